package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.DiscrepancyCode;
import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.operation.ServerRecord;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.StockKey;
import io.bincard.server.work.Bin;
import io.bincard.server.work.ClaimSlice;
import io.bincard.server.work.Claimant;
import io.bincard.server.work.LotInBin;
import io.bincard.server.work.Need;
import io.bincard.server.work.Reservations;
import io.bincard.server.work.WorkState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The work of a {@link MemorySite}: who holds it, and where its goods are taken from. */
final class MemoryWork {
  private final MemorySite site;
  private final UndoLog undo;

  MemoryWork(MemorySite site, UndoLog undo) {
    this.site = site;
    this.undo = undo;
  }

  ClaimSlice claim(String name, String device, String user, long now) {
    WorkState state = work(name);
    List<Need> needs = state == null || state.order().isEmpty() ? List.of() : needs(state.order());
    return new ClaimSlice(
        state,
        new Claimant(device, standing(device), user),
        site.settings.leaseTime(),
        now,
        LocalDate.ofInstant(Instant.ofEpochMilli(now / 1_000), site.settings.zone()),
        needs,
        state == null ? List.of() : stock(state.order(), needs));
  }

  @Nullable WorkState work(String name) {
    WorkState state = site.work.get(name);
    return state == null
        ? null
        : new WorkState(
            state.work(),
            state.kind(),
            state.order(),
            state.state(),
            state.device(),
            standing(state.device()) == Claimant.Standing.REVOKED,
            state.fence(),
            state.expires());
  }

  private Claimant.Standing standing(String device) {
    MemorySite.Device known = site.devices.get(device);
    if (known == null) {
      return Claimant.Standing.UNKNOWN;
    }
    return known.revoked() ? Claimant.Standing.REVOKED : Claimant.Standing.ENROLLED;
  }

  private List<Need> needs(String order) {
    List<Need> needs = new ArrayList<>();
    site.lines.forEach(
        (line, row) -> {
          if (line.order().equals(order) && missing(row).isPositive()) {
            needs.add(new Need(line.line(), row.item(), missing(row)));
          }
        });
    return needs;
  }

  private static Quantity missing(MemorySite.Line row) {
    return row.cancelled() ? Quantity.ZERO : row.ordered().minus(row.picked()).orZeroIfNegative();
  }

  private List<LotInBin> stock(String order, List<Need> needs) {
    Set<String> items = Set.copyOf(needs.stream().map(Need::item).distinct().toList());
    Map<StockKey, Quantity> reserved = reserved(order);
    List<LotInBin> stock = new ArrayList<>();
    site.balances.forEach(
        (key, balance) -> {
          Bin bin = key.account().isBin() ? site.bins.get(key.account().code()) : null;
          if (bin != null && items.contains(key.item())) {
            stock.add(lotInBin(bin, key, balance, reserved.getOrDefault(key, Quantity.ZERO)));
          }
        });
    return stock;
  }

  private LotInBin lotInBin(Bin bin, StockKey key, Quantity balance, Quantity reserved) {
    Subject.LotState lot = site.lots.get(new Closure.LotKey(key.item(), key.lot()));
    return new LotInBin(
        bin,
        key.item(),
        key.lot(),
        lot == null ? null : lot.expiry(),
        (lot != null && lot.held()) || isDisputed(key.account(), key.item()),
        balance,
        reserved);
  }

  private boolean isDisputed(Account account, String item) {
    String scope = "card " + account + " " + item;
    return site.discrepancies.values().stream()
        .anyMatch(
            each ->
                each.code() == DiscrepancyCode.SHORT_PICK_DISPUTED
                    && each.isOpen()
                    && each.scope().equals(scope));
  }

  private Map<StockKey, Quantity> reserved(String except) {
    List<ServerRecord.Allocated> allocated = new ArrayList<>();
    site.orders.forEach(
        (order, row) -> {
          if (row.stops() != null
              && !order.equals(except)
              && "OPEN".equals(site.orderState(order))) {
            allocated.add(row.stops());
          }
        });
    Map<OrderLine, Quantity> needed = new HashMap<>();
    site.lines.forEach((line, row) -> needed.put(line, missing(row)));
    return Reservations.of(site.site, allocated, needed);
  }

  void orderPlaced(String order) {
    String name = "pick " + order;
    WorkState before = site.work.get(name);
    if (before == null) {
      put(new WorkState(name, WorkState.Kind.PICK, order, WorkState.State.OPEN, "", false, 0, 0));
    } else if (before.state() == WorkState.State.DONE) {
      put(in(before, WorkState.State.OPEN));
    }
  }

  void orderWanted(String order, boolean wanted) {
    WorkState.State from = wanted ? WorkState.State.DONE : WorkState.State.OPEN;
    for (WorkState each : List.copyOf(site.work.values())) {
      if (each.order().equals(order) && each.state() == from) {
        put(in(each, wanted ? WorkState.State.OPEN : WorkState.State.DONE));
      }
    }
  }

  void leaseGranted(ServerRecord.LeaseGranted granted) {
    WorkState before = site.work.get(granted.work());
    if (before != null) {
      put(
          new WorkState(
              before.work(),
              before.kind(),
              before.order(),
              WorkState.State.CLAIMED,
              granted.device(),
              false,
              granted.fence(),
              granted.expires()));
    }
  }

  /** It is open again, or done if nothing of it is left. */
  void giveBack(String name, String device) {
    WorkState before = site.work.get(name);
    if (before != null && before.device().equals(device)) {
      put(
          new WorkState(
              before.work(),
              before.kind(),
              before.order(),
              isDone(before) ? WorkState.State.DONE : WorkState.State.OPEN,
              "",
              false,
              before.fence(),
              0));
    }
  }

  private boolean isDone(WorkState state) {
    return switch (state.kind()) {
      case PICK -> needs(state.order()).isEmpty();
      case COUNT ->
          site.binsOfWork.getOrDefault(state.work(), Set.of()).stream()
              .allMatch(bin -> isCounted(Account.bin(bin), state.work()));
      case RECEIVE -> false;
    };
  }

  private boolean isCounted(Account bin, String task) {
    return site.accountStatements.containsKey(bin)
        && site.accountStatements.get(bin).values().stream().anyMatch(s -> s.task().equals(task));
  }

  void allocated(ServerRecord.Allocated allocated) {
    MemorySite.Order before = site.orders.get(allocated.order());
    if (before != null) {
      undo.put(
          site.orders,
          allocated.order(),
          new MemorySite.Order(before.customer(), before.priority(), allocated));
    }
  }

  void taskCreated(ServerRecord.TaskCreated task) {
    if (!site.work.containsKey(task.task())) {
      undo.put(site.binsOfWork, task.task(), Set.of(task.location()));
      put(
          new WorkState(
              task.task(), WorkState.Kind.COUNT, "", WorkState.State.OPEN, "", false, 0, 0));
    }
  }

  private static WorkState in(WorkState before, WorkState.State state) {
    return new WorkState(
        before.work(),
        before.kind(),
        before.order(),
        state,
        before.device(),
        before.holderRevoked(),
        before.fence(),
        before.expires());
  }

  private void put(WorkState state) {
    undo.put(site.work, state.work(), state);
  }
}
