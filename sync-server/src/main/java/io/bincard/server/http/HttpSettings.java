package io.bincard.server.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the server is reached, and what it puts up with.
 *
 * @param host the address to listen on; 0.0.0.0 for all
 * @param port 0 for any that is free
 * @param certificate null to speak plain HTTP, behind a proxy that speaks HTTPS
 * @param mostBodyBytes of a request, unpacked
 * @param mostRequests at work at one time; more are told to come back
 * @param idle how long a connection may be silent
 */
public record HttpSettings(
    String host,
    int port,
    @Nullable Certificate certificate,
    int mostBodyBytes,
    int mostRequests,
    Duration idle) {}
