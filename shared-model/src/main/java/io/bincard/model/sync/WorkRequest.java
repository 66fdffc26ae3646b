package io.bincard.model.sync;

import io.avaje.jsonb.Json;
import java.util.UUID;

/**
 * A device wants to begin work, or gives it back.
 *
 * @param request made by the device: asked twice, it is done once and answered alike
 * @param user who is to do it
 * @param fence of the lease that is given back; 0 when claiming
 */
@Json
public record WorkRequest(UUID request, String work, String user, long fence) {}
