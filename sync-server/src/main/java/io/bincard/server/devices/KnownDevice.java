package io.bincard.server.devices;

/** A handheld that has shown a valid token. */
public record KnownDevice(String site, String device) {}
