package io.bincard.server.reconcile;

import io.bincard.model.time.CorrectedTime;

/**
 * How far the state contains the journal of one device.
 *
 * @param epoch the present one; 0 if nothing was ever journaled
 * @param seq the last one of that epoch, 0 if there is none
 * @param hash of that operation, empty if there is none
 * @param time where corrected time continues
 */
public record JournalHead(String device, int epoch, long seq, String hash, CorrectedTime time) {}
