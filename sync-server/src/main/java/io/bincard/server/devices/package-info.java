/**
 * Handhelds and how they get in: enrolment codes, secrets, tokens, revoking; and the admin's key.
 *
 * <p>Called by {@code http} and {@code web}; calls {@code db} and the model only.
 */
@NullMarked
package io.bincard.server.devices;

import org.jspecify.annotations.NullMarked;
