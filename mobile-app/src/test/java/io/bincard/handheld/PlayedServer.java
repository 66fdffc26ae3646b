package io.bincard.handheld;

import io.bincard.handheld.sync.Failure;
import io.bincard.handheld.sync.Transport;
import io.bincard.handheld.sync.TransportException;
import io.bincard.model.operation.Effect;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Enrolment;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.PushAnswer;
import io.bincard.model.sync.PushHeader;
import io.bincard.model.sync.Row;
import io.bincard.model.sync.ServerTime;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WorkAnswer;
import io.bincard.model.sync.WorkRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * What a server does, as far as a device can tell: it takes lines in order, finds forks and gaps,
 * and shows whole transactions of rows that end in a head. Answers at once, or as it is told.
 */
public final class PlayedServer implements Transport {
  /** What can happen to a request. */
  public enum Mishap {
    /** It never arrives. */
    REQUEST_LOST,
    /** It is done, but nobody hears of it. */
    ANSWER_LOST
  }

  /** The journal of one epoch of a device. */
  private record Epoch(List<String> hashes, Map<String, Outcome> outcomes) {
    Epoch copy() {
      return new Epoch(new ArrayList<>(hashes), new HashMap<>(outcomes));
    }

    String headHash() {
      return hashes.isEmpty() ? "" : hashes.get(hashes.size() - 1);
    }
  }

  private final Map<Integer, Epoch> epochs = new TreeMap<>();
  private final Map<UUID, Operation> applied = new HashMap<>();
  private final Map<String, Quantity> stock = new TreeMap<>();
  private final Map<OrderLine, Quantity> picked = new HashMap<>();
  private final List<List<Row>> transactions = new ArrayList<>();
  private final Map<Integer, Long> others = new HashMap<>();
  private final Queue<Object> mishaps = new ArrayDeque<>();

  /** What was asked of it, in order; for tests to look at. */
  public final List<String> log = new ArrayList<>();

  public String incarnation = "first";
  public String goodToken = "token-1";
  public boolean grantsTokens = true;
  public long time = 5_000_000_000L;
  public int longestPush = Integer.MAX_VALUE;

  /** How many of the last transactions cannot be pulled yet. */
  public int lag;

  /** The next requests but those for time and tokens end like this. */
  public void next(Object... mishapsOrFailures) {
    mishaps.addAll(List.of(mishapsOrFailures));
  }

  public int transactionCount() {
    return transactions.size();
  }

  /** How many lines of an epoch it has applied. */
  public long appliedThrough(int epoch) {
    return epoch(epoch).hashes().size();
  }

  /** Something else changed: rows of a transaction of others. */
  public void publish(Row... rows) {
    transactions.add(List.of(rows));
  }

  /** Somebody else moved goods of ours. */
  public void change(Account account, String item, long units) {
    List<Row> rows = new ArrayList<>();
    move(account, item, "", Quantity.units(units), rows);
    others.put(transactions.size(), units);
    transactions.add(rows);
  }

  /** What others moved within the first so many transactions. */
  public long othersWithin(int count) {
    return others.entrySet().stream()
        .filter(entry -> entry.getKey() < count)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** It is what it was before the last pushes: restored from a backup taken at that moment. */
  public PlayedServer restoredTo(PlayedServer backup, String newIncarnation) {
    PlayedServer restored = backup.backup();
    restored.incarnation = newIncarnation;
    return restored;
  }

  public PlayedServer backup() {
    PlayedServer copy = new PlayedServer();
    epochs.forEach((number, epoch) -> copy.epochs.put(number, epoch.copy()));
    copy.applied.putAll(applied);
    copy.stock.putAll(stock);
    copy.picked.putAll(picked);
    copy.others.putAll(others);
    copy.transactions.addAll(transactions);
    copy.incarnation = incarnation;
    copy.goodToken = goodToken;
    copy.time = time;
    return copy;
  }

  @Override
  public CompletableFuture<Enrolment.Answer> enrol(Enrolment.Request request) {
    log.add("enrol " + request.name());
    if (!request.code().equals("code")) {
      return failed(new Failure(Failure.Kind.FORBIDDEN, "The code is used up.", 0));
    }
    return CompletableFuture.completedFuture(
        new Enrolment.Answer("d1", "secret", "HH", 1, incarnation));
  }

  @Override
  public CompletableFuture<Enrolment.TokenAnswer> token(Enrolment.TokenRequest request) {
    log.add("token");
    if (!grantsTokens) {
      return failed(new Failure(Failure.Kind.UNAUTHORIZED, "The device was revoked.", 0));
    }
    return CompletableFuture.completedFuture(new Enrolment.TokenAnswer(goodToken, 0));
  }

  @Override
  public CompletableFuture<ServerTime> time() {
    log.add("time");
    return CompletableFuture.completedFuture(new ServerTime(time++));
  }

  @Override
  public CompletableFuture<PushAnswer> push(String token, PushHeader header, List<String> lines) {
    log.add("push " + lines.size());
    return answered(token, lines.size() > longestPush, () -> take(header, lines));
  }

  @Override
  public CompletableFuture<PullPage> pull(String token, String cursor, int limit, int waitSeconds) {
    log.add("pull " + cursor);
    if (waitSeconds > 0 && read(cursor) == visible()) {
      return new CompletableFuture<>();
    }
    return answered(token, false, () -> page(cursor, limit));
  }

  @Override
  public CompletableFuture<WorkAnswer> claim(String token, WorkRequest request) {
    log.add("claim " + request.work());
    return answered(token, false, () -> new WorkAnswer(Outcome.Kind.APPLIED, null, 1, 9_000));
  }

  @Override
  public CompletableFuture<WorkAnswer> release(String token, WorkRequest request) {
    log.add("release " + request.work() + " " + request.fence());
    return answered(token, false, () -> new WorkAnswer(Outcome.Kind.APPLIED, null, 0, 0));
  }

  /** What a request comes to. */
  private interface Answer<T> {
    T given();
  }

  private <T> CompletableFuture<T> answered(String token, boolean tooLarge, Answer<T> answer) {
    Object mishap = mishaps.poll();
    if (mishap == Mishap.REQUEST_LOST) {
      return failed(new Failure(Failure.Kind.UNREACHABLE, "cut", 0));
    }
    if (mishap instanceof Failure failure) {
      return failed(failure);
    }
    if (!token.equals(goodToken)) {
      return failed(new Failure(Failure.Kind.UNAUTHORIZED, "The token has expired.", 0));
    }
    if (tooLarge) {
      return failed(new Failure(Failure.Kind.TOO_LARGE, "That is too much.", 0));
    }
    T given = answer.given();
    return mishap == Mishap.ANSWER_LOST
        ? failed(new Failure(Failure.Kind.UNREACHABLE, "cut", 0))
        : CompletableFuture.completedFuture(given);
  }

  private static <T> CompletableFuture<T> failed(Failure failure) {
    return CompletableFuture.failedFuture(new TransportException(failure, null));
  }

  // Pushing.

  public PushAnswer take(PushHeader header, List<String> texts) {
    Epoch epoch = epoch(header.epoch());
    List<Outcome> outcomes = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    boolean forked = false;
    for (JournalLine line : texts.stream().map(PlayedServer::line).toList()) {
      Operation operation = line.operation();
      long head = epoch.hashes().size();
      boolean known = epoch.outcomes().containsKey(line.hash());
      if (!known && !forked && operation.seq() > head + 1) {
        return new PushAnswer(incarnation, head, epoch.headHash(), head + 1, List.of());
      }
      boolean follows =
          operation.seq() == head + 1 && operation.prevHash().equals(epoch.headHash());
      if (!known && follows) {
        epoch.hashes().add(line.hash());
        epoch
            .outcomes()
            .put(
                line.hash(),
                new Outcome(operation.seq(), operation.id(), Outcome.Kind.APPLIED, null));
        apply(operation, 1, rows);
      } else if (!known) {
        forked = true;
        epoch
            .outcomes()
            .put(
                line.hash(),
                new Outcome(operation.seq(), operation.id(), Outcome.Kind.QUARANTINED, "FORKED"));
      }
      outcomes.add(epoch.outcomes().get(line.hash()));
    }
    long head = epoch.hashes().size();
    if (head > 0) {
      rows.add(new Row.Head(header.device(), header.epoch(), head, epoch.headHash()));
      transactions.add(List.copyOf(rows));
    }
    return new PushAnswer(incarnation, head, epoch.headHash(), null, outcomes);
  }

  private Epoch epoch(int number) {
    return epochs.computeIfAbsent(number, n -> new Epoch(new ArrayList<>(), new HashMap<>()));
  }

  private static JournalLine line(String text) {
    try {
      return JournalLine.read(text);
    } catch (UnreadableException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private void apply(Operation operation, int sign, List<Row> rows) {
    applied.put(operation.id(), operation);
    for (Effect effect : operation.effects()) {
      if (effect instanceof Effect.Move move) {
        Quantity quantity = Quantity.units(sign).times(move.quantity());
        move(move.from(), move.item(), move.lot(), quantity.negated(), rows);
        move(move.to(), move.item(), move.lot(), quantity, rows);
      } else if (effect instanceof Effect.Progress progress) {
        Quantity quantity = Quantity.units(sign).times(progress.quantity());
        picked.merge(progress.line(), quantity, Quantity::plus);
        rows.add(orderLine(progress.line(), progress.item()));
      } else if (effect instanceof Effect.Voided voided) {
        apply(applied.get(voided.operation()), -1, rows);
      }
    }
    if (operation.body() instanceof Fact.CountLine count) {
      rows.add(new Row.Discrepancy("COUNT_VARIANCE", "bin " + count.location(), true, "so much"));
    }
  }

  private void move(Account account, String item, String lot, Quantity quantity, List<Row> rows) {
    if (account.isPhysical()) {
      String key = account + "/" + item + "/" + lot;
      Quantity sum = stock.merge(key, quantity, Quantity::plus);
      rows.add(new Row.Stock(account, item, lot, sum));
    }
  }

  private Row.Line orderLine(OrderLine line, String item) {
    return new Row.Line(
        line.order(),
        line.line(),
        item,
        Quantity.units(1_000),
        picked.getOrDefault(line, Quantity.ZERO),
        Quantity.ZERO,
        false);
  }

  // Pulling.

  /**
   * Rows in order, so many that pages end in the middle of a transaction: a real server may hand
   * them out in yet another order, as long as all that belongs together comes before it says that
   * there is no more.
   */
  public PullPage page(String cursor, int limit) {
    int[] place = place(cursor);
    int transaction = place[0];
    int row = place[1];
    int end = Math.max(transaction + (row > 0 ? 1 : 0), visible());
    List<Row> rows = new ArrayList<>();
    while (transaction < end && rows.size() < limit) {
      List<Row> all = transactions.get(transaction);
      if (row < all.size()) {
        rows.add(all.get(row++));
      }
      if (row >= all.size()) {
        transaction++;
        row = 0;
      }
    }
    String next = incarnation + ":" + transaction + ":" + row;
    return new PullPage(incarnation, next, transaction < end, rows);
  }

  private int visible() {
    return Math.max(0, transactions.size() - lag);
  }

  /** The number of transactions that lie wholly before a cursor. */
  public int read(String cursor) {
    return place(cursor)[0];
  }

  // A cursor of other data is worth nothing.
  private int[] place(String cursor) {
    String[] parts = cursor.split(":", -1);
    return parts[0].equals(incarnation)
        ? new int[] {Integer.parseInt(parts[1]), Integer.parseInt(parts[2])}
        : new int[] {0, 0};
  }
}
