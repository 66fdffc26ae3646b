package io.bincard.handheld.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.barcode.Scan;
import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Operation;
import io.bincard.model.stock.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Plays a session as it is told in a table. A line is what somebody does, and what comes of it:
 *
 * <pre>
 *   A-01            -> Take 5 of Storage jar. Scan it.         a scan; ^ stands for the separator
 *   2 x 50123456    -> ...                                     scanned once for two
 *   = yes           -> ...                                     an answer
 *   ! skip          -> ...                                     a button
 *                   + Picked ...                               what was recorded by the line before
 * </pre>
 *
 * Replies begin with what kind they are: Recorded, Wrong, Ask or Done; the rest only says what is
 * expected.
 */
final class Script {
  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  private final Floor floor;
  private final Session session;
  private final Map<String, Supplier<Reply>> buttons = new LinkedHashMap<>();

  Script(Floor floor, Session session) {
    this.floor = floor;
    this.session = session;
    button("undo", session::undo);
    button("next", session::next);
  }

  Script button(String name, Supplier<Reply> pressed) {
    buttons.put(name, pressed);
    return this;
  }

  /** Does what the left side says, and compares with the right side. */
  void play(String table) {
    List<String> told = new ArrayList<>();
    List<String> happened = new ArrayList<>();
    for (String line : table.strip().lines().map(String::strip).toList()) {
      told.add(line.replaceAll("\\s+", " "));
      if (!line.startsWith("+")) {
        String does = line.split("->", -1)[0].strip();
        int before = floor.recorded().size();
        String reply = words(act(does));
        happened.add((does + " -> " + reply).replaceAll("\\s+", " "));
        floor.recorded().stream()
            .skip(before)
            .forEach(operation -> happened.add(("+ " + words(operation)).replaceAll("\\s+", " ")));
      }
    }
    assertThat(String.join("\n", happened)).isEqualTo(String.join("\n", told));
  }

  private Reply act(String does) {
    if (does.startsWith("=")) {
      return session.answered(does.substring(1).strip());
    }
    if (does.startsWith("!")) {
      return buttons.get(does.substring(1).strip()).get();
    }
    String[] times = does.split(" x ", -1);
    if (times.length == 2) {
      return session.scanned(scan(times[1]), Quantity.parse(times[0]));
    }
    return session.scanned(scan(does));
  }

  private static Scan scan(String data) {
    return Scan.of(data.replace('^', '\u001d'));
  }

  static String words(Reply reply) {
    return switch (reply) {
      case Reply.Recorded recorded ->
          "Recorded: " + say(recorded.message()) + " | " + say(recorded.next());
      case Reply.Expected expected -> say(expected.next());
      case Reply.Wrong wrong -> "Wrong: " + say(wrong.message()) + " | " + say(wrong.next());
      case Reply.Ask ask ->
          "Ask: "
              + String.join(" ", ask.questions().stream().map(Script::say).toList())
              + " "
              + ask.answers();
      case Reply.Found found -> found.finding().toString();
      case Reply.Done done -> "Done: " + say(done.message());
    };
  }

  private static String say(Message message) {
    String text = TEXTS.say(message);
    assertThat(text).as("parameters of " + message.key()).doesNotContain("{", "}");
    return text;
  }

  static String words(Operation operation) {
    return switch (operation.body()) {
      case Fact.Picked(var line, var from, var tote, var goods) ->
          "Picked " + line + " " + from + " " + tote + " " + words(goods);
      case Fact.PickedShort(var line, var from, var item, var lot, var missing, var reason) ->
          "PickedShort "
              + line
              + " "
              + from
              + " "
              + item
              + " "
              + lot
              + " "
              + missing
              + " "
              + reason;
      case Fact.PutBack(var line, var tote, var to, var goods) ->
          "PutBack " + line + " " + tote + " " + to + " " + words(goods);
      case Fact.Packed(var line, var tote, var carton, var goods) ->
          "Packed " + line + " " + tote + " " + carton + " " + words(goods);
      case Fact.Unpacked(var line, var carton, var tote, var goods) ->
          "Unpacked " + line + " " + carton + " " + tote + " " + words(goods);
      case Fact.CartonClosed(var order, var carton) -> "CartonClosed " + order + " " + carton;
      case Fact.CountLine(var count, var task, var bin, var key, var quantity, var pack) ->
          "CountLine " + task + " " + bin + " " + key.item() + " " + key.lot() + " " + quantity;
      case Fact.BinCountCompleted(var count, var task, var bin, var listed, var blank) ->
          "BinCountCompleted "
              + task
              + " "
              + bin
              + " listed "
              + keys(listed)
              + " blank "
              + keys(blank);
      case Fact.Received(var to, var goods, var delivery, var line) ->
          "Received " + to + " " + words(goods) + " " + delivery + "/" + line;
      case Fact.Moved(var from, var to, var goods) ->
          "Moved " + from + " " + to + " " + words(goods);
      case Fact.Taken(var from, var goods) -> "Taken " + from + " " + words(goods);
      case Fact.Put(var to, var goods) -> "Put " + to + " " + words(goods);
      case Fact.ScannedUnknown(var code, var from, var to, var packs) ->
          "ScannedUnknown " + code + " " + packs + (from == null ? "" : " " + from + " " + to);
      case Fact.Undone undone -> "Undone";
      default -> operation.body().toString();
    };
  }

  private static List<String> keys(List<CountedKey> keys) {
    return keys.stream().map(key -> key.item() + " " + key.lot()).sorted().toList();
  }

  private static String words(Goods goods) {
    String lot = goods.lot().isEmpty() ? "" : " lot " + goods.lot();
    String serials = goods.serials().isEmpty() ? "" : " serials " + goods.serials();
    String pack = goods.pack().equals(Quantity.units(1)) ? "" : " by " + goods.pack();
    return goods.quantity() + " " + goods.item() + lot + serials + pack;
  }
}
