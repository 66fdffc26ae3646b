package io.bincard.handheld.console;

import io.bincard.handheld.Handheld;
import io.bincard.handheld.Platform;
import io.bincard.handheld.journal.Identity;
import io.bincard.handheld.scan.DesktopPictureReader;
import io.bincard.handheld.scan.ImageFileSource;
import io.bincard.handheld.scan.UnreadablePictureException;
import io.bincard.handheld.sync.SyncDriver;
import io.bincard.handheld.sync.SyncResult;
import io.bincard.handheld.sync.SyncStatus;
import io.bincard.handheld.sync.WorkDesk;
import io.bincard.handheld.work.Argon2PinCheck;
import io.bincard.handheld.work.CountingSession;
import io.bincard.handheld.work.LogIn;
import io.bincard.handheld.work.Lookup;
import io.bincard.handheld.work.MoveSession;
import io.bincard.handheld.work.PackingSession;
import io.bincard.handheld.work.PickingSession;
import io.bincard.handheld.work.ReceivingSession;
import io.bincard.handheld.work.Reply;
import io.bincard.handheld.work.Session;
import io.bincard.handheld.work.Shift;
import io.bincard.handheld.work.ShortReason;
import io.bincard.model.barcode.Scan;
import io.bincard.model.barcode.Symbology;
import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Operation;
import io.bincard.model.stock.Lot;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.Row;
import io.bincard.model.sync.WorkAnswer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A handheld that is worked by typing. Every command is answered by one line that begins with
 * {@code =}; lines before it are for reading. Used by one thread.
 */
public final class Console {
  private static final int PATIENCE_SECONDS = 60;

  private final Handheld handheld;
  private final LogIn logIn;
  private final PrintStream out;
  private final Words words = new Words();
  private final Map<String, Command> commands = new LinkedHashMap<>();
  private @Nullable Session session;

  private record Command(String usage, Function<List<String>, Line> action) {}

  public Console(Handheld handheld, Platform platform, PrintStream out) {
    this.handheld = handheld;
    this.out = out;
    this.logIn =
        new LogIn(
            handheld.view(),
            handheld.journal(),
            platform.clock(),
            platform.randomness(),
            new Argon2PinCheck());
    devices();
    people();
    work();
    buttons();
  }

  /** Reads commands until there are none, or {@code quit}. */
  public void run(BufferedReader in) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.strip().equals("quit")) {
        return;
      }
      if (!line.isBlank()) {
        out.println(execute(line));
        out.flush();
      }
    }
  }

  Line execute(String line) {
    List<String> typed = Arrays.asList(line.strip().split("\\s+"));
    Command command = commands.get(typed.get(0));
    if (command == null) {
      return Line.of("error", "There is no command " + typed.get(0) + ". Try help.");
    }
    try {
      return command.action().apply(typed.subList(1, typed.size()));
    } catch (Misuse misuse) {
      return Line.of("error", misuse.getMessage() + " (" + command.usage() + ")");
    } catch (RuntimeException failure) {
      // One command that fails must not end a handheld; what it recorded is in the journal.
      return Line.of("error", String.valueOf(failure.getMessage()));
    }
  }

  private void command(String usage, Function<List<String>, Line> action) {
    commands.put(usage.split(" ", 2)[0], new Command(usage, action));
  }

  private void devices() {
    command("help", typed -> help());
    command("enrol SERVER CODE NAME", typed -> enrol(typed));
    command("sync", typed -> sync());
    command("status", typed -> status());
    command("queue", typed -> queue());
  }

  private void people() {
    command("badge BARCODE", typed -> reply(logIn.scanned(code(argument(typed, 0)))));
    command("user NAME", typed -> reply(logIn.named(argument(typed, 0))));
    command("pin PIN", typed -> reply(logIn.pin(argument(typed, 0))));
    command(
        "logout",
        typed -> {
          session = null;
          return reply(logIn.logOut());
        });
  }

  private void work() {
    command("work", typed -> list());
    command("claim WORK", typed -> claim(String.join(" ", typed)));
    command("release WORK", typed -> release(String.join(" ", typed)));
    command("pick WORK", typed -> begin(new PickingSession(shift(), String.join(" ", typed))));
    command("pack ORDER", typed -> begin(new PackingSession(shift(), argument(typed, 0))));
    command(
        "count WORK", typed -> begin(CountingSession.ofSheet(shift(), String.join(" ", typed))));
    command("countbin BIN", typed -> begin(CountingSession.ofBin(shift(), argument(typed, 0))));
    command(
        "receive [DELIVERY]",
        typed ->
            begin(
                typed.isEmpty()
                    ? ReceivingSession.withoutNote(shift())
                    : ReceivingSession.ofDelivery(shift(), typed.get(0))));
    command("move", typed -> begin(new MoveSession(shift())));
    command("lookup FILE", typed -> reply(new Lookup(shift()).scanned(picture(typed))));
  }

  private void buttons() {
    command("scan FILE [PACKS]", typed -> scanned(picture(typed), typed));
    command("type BARCODE [PACKS]", typed -> scanned(code(argument(typed, 0)), typed));
    command("next", typed -> reply(session().next()));
    command("stop", typed -> stop());
    command("answer TEXT", typed -> reply(session().answered(String.join(" ", typed))));
    command("undo", typed -> reply(session().undo()));
    command("short REASON", typed -> reply(session(PickingSession.class).fallShort(reason(typed))));
    command("skip", typed -> reply(session(PickingSession.class).skip()));
    command("tote", typed -> reply(session(PickingSession.class).changeTote()));
    command("carton", typed -> reply(session(PackingSession.class).newCarton()));
    command("packall", typed -> reply(session(PackingSession.class).packAll()));
    command("close", typed -> reply(session(PackingSession.class).closeCarton()));
    command("confirm", typed -> reply(session(CountingSession.class).confirm()));
    command("clear", typed -> reply(session(CountingSession.class).clear()));
    command("quantity ITEM [LOT] QUANTITY", this::quantity);
    command("empty", typed -> reply(session(CountingSession.class).emptyBin()));
    command("finish", typed -> reply(session(CountingSession.class).finishBin()));
    command("putall", typed -> reply(session(MoveSession.class).putAll()));
  }

  private Line help() {
    commands.values().forEach(command -> out.println(command.usage()));
    return Line.of("done", "quit ends it");
  }

  private Line enrol(List<String> typed) {
    Identity identity =
        await(
            handheld.enrol(
                argument(typed, 0),
                argument(typed, 1),
                String.join(" ", typed.subList(2, typed.size()))));
    return Line.of("enrolled", identity.device() + " at " + identity.site());
  }

  private Line sync() {
    SyncResult result = await(driver().syncNow());
    return result.isComplete()
        ? Line.of("synced", "everything is sent and up to date")
        : Line.of("offline", String.valueOf(result.problem()));
  }

  private Line status() {
    SyncStatus status = driver().status();
    return Line.of(
        "status",
        "unsent="
            + status.unsent()
            + (status.problem() == null ? "" : ", " + status.problem().kind()));
  }

  private Line queue() {
    for (Operation operation : handheld.journal().unsent()) {
      out.println(operation.seq() + " " + operation.body());
    }
    for (Outcome outcome : handheld.journal().notApplied()) {
      out.println(outcome.seq() + " " + outcome.kind() + " " + outcome.code());
    }
    return Line.of("done", handheld.journal().unsent().size() + " operations are not sent");
  }

  private Line list() {
    for (Row.Work work : handheld.view().work()) {
      out.println(work.work() + " | " + work.title() + " | " + work.state() + " " + work.device());
    }
    return Line.of("done", handheld.view().work().size() + " pieces of work");
  }

  private Line claim(String work) {
    WorkAnswer answer = await(desk().claim(work, shift().user()));
    return answer.kind() == Outcome.Kind.APPLIED
        ? Line.of("granted", work)
        : Line.of("refused", String.valueOf(answer.code()));
  }

  private Line release(String work) {
    long fence = handheld.view().work(work).map(Row.Work::fence).orElse(0L);
    WorkAnswer answer = await(desk().release(work, shift().user(), fence));
    return answer.kind() == Outcome.Kind.APPLIED
        ? Line.of("released", work)
        : Line.of("refused", String.valueOf(answer.code()));
  }

  private Line begin(Session begun) {
    session = begun;
    return reply(begun.next());
  }

  private Line scanned(Scan scan, List<String> typed) {
    Quantity packs = typed.size() > 1 ? Words.quantity(typed.get(1)) : Quantity.units(1);
    return reply(session().scanned(scan, packs));
  }

  /** For scripts: bin, item, quantity left and lot of the next stop. */
  private Line stop() {
    return session(PickingSession.class)
        .stop()
        .map(at -> at.location() + " " + at.item() + " " + at.left() + " " + at.lot())
        .map(words -> Line.of("stop", words))
        .orElse(Line.of("done", "there is nowhere to go"));
  }

  private Line quantity(List<String> typed) {
    String lot = typed.size() > 2 ? typed.get(1) : Lot.NONE;
    CountedKey key = new CountedKey(argument(typed, 0), lot);
    Quantity counted = Words.quantity(argument(typed, typed.size() - 1));
    return reply(session(CountingSession.class).count(key, counted));
  }

  private static ShortReason reason(List<String> typed) {
    try {
      return ShortReason.valueOf(argument(typed, 0));
    } catch (IllegalArgumentException unknown) {
      throw new Misuse("a reason is one of " + Arrays.toString(ShortReason.values()));
    }
  }

  private static Scan code(String typed) {
    return new Scan(typed, Symbology.UNKNOWN);
  }

  private static Scan picture(List<String> typed) {
    String file = argument(typed, 0);
    try {
      return new ImageFileSource(new DesktopPictureReader())
          .scan(Path.of(file))
          .orElseThrow(() -> new Misuse("there is no barcode in " + file));
    } catch (IOException | UnreadablePictureException unreadable) {
      throw new Misuse(file + ": " + unreadable.getMessage());
    }
  }

  private static String argument(List<String> typed, int index) {
    if (index < 0 || index >= typed.size()) {
      throw new Misuse("something is missing");
    }
    return typed.get(index);
  }

  private Line reply(Reply reply) {
    return words.line(reply);
  }

  private Shift shift() {
    return logIn.shift().orElseThrow(() -> new Misuse("log in first"));
  }

  private Session session() {
    if (session == null) {
      throw new Misuse("begin some work first");
    }
    return session;
  }

  private <S extends Session> S session(Class<S> type) {
    Session open = session();
    if (!type.isInstance(open)) {
      throw new Misuse("that is no button of " + open.getClass().getSimpleName());
    }
    return type.cast(open);
  }

  private SyncDriver driver() {
    return handheld.sync().orElseThrow(() -> new Misuse("enrol first"));
  }

  private WorkDesk desk() {
    return handheld.workDesk().orElseThrow(() -> new Misuse("enrol first"));
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new Misuse(String.valueOf(cause.getMessage()));
    } catch (TimeoutException tooLong) {
      throw new Misuse("no answer for " + PATIENCE_SECONDS + " seconds");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Misuse("interrupted");
    }
  }
}
