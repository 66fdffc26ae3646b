package io.bincard.handheld.journal;

/**
 * What the journal has for the server.
 *
 * @param unsent lines that the server has not answered for
 * @param sendable whether some of them have an anchor at or after them, so that their time is known
 * @param anchored whether this run of the clock has an anchor
 * @param attended whether somebody is signed in
 */
public record Outbox(long unsent, boolean sendable, boolean anchored, boolean attended) {}
