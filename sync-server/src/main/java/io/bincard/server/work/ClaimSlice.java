package io.bincard.server.work;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state that decides a claim.
 *
 * @param work null if the site has no such work
 * @param leaseTime of the site, microseconds
 * @param now microseconds since 1970-01-01T00:00Z
 * @param today the day it is at the site
 * @param needs what the order of a pick list still asks for; empty for other work
 * @param stock of the items that are needed
 */
public record ClaimSlice(
    @Nullable WorkState work,
    Claimant claimant,
    long leaseTime,
    long now,
    LocalDate today,
    List<Need> needs,
    List<LotInBin> stock) {
  public ClaimSlice {
    needs = List.copyOf(needs);
    stock = List.copyOf(stock);
  }
}
