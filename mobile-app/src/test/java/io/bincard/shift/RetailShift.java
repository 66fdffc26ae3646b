package io.bincard.shift;

import io.bincard.demo.retail.OnlineRetail;
import io.bincard.model.stock.Quantity;
import io.bincard.server.db.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plays the invoices of a real shop: deliveries are received, three people pick all orders out of
 * reach, come back in any order, and what the books say must be a plain sum over the file.
 */
public final class RetailShift {
  private static final String SITE = "UK";
  private static final String FILE = "invoices.csv";
  private static final int INVOICES = 300;
  private static final int BINS = 300;
  private static final List<String> PICKERS = List.of("ana", "ben", "cora");
  private static final String RECEIVER = "dora";

  private final Stage stage;
  private final Path files;
  private final PrintStream out;
  private final List<String> faults = new ArrayList<>();

  private RetailShift(Stage stage, Path files, PrintStream out) {
    this.stage = stage;
    this.files = files;
    this.out = out;
  }

  /**
   * Plays the first invoices of a file.
   *
   * @param invoices CSV of Online Retail, may be packed
   * @return whether the books equal the sum
   */
  public static boolean run(Path invoices, Path folder, PrintStream out) throws IOException {
    Path files = Files.createDirectories(folder.resolve("retail"));
    CsvRows.cut(invoices, 0, INVOICES, files.resolve(FILE));
    out.print(OnlineRetail.convert(files.resolve(FILE), files, SITE));
    try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
        Stage stage = Stage.build(SITE, folder, postgres.freshDatabase())) {
      RetailShift shift = new RetailShift(stage, files, out);
      shift.play();
      out.println("Audit: every journal folded again from nothing");
      int code = stage.audit(line -> out.println("    " + line));
      if (code != 0) {
        shift.faults.add("the audit ended with " + code);
      }
      shift.faults.forEach(fault -> out.println("WRONG  " + fault));
      out.println(shift.faults.isEmpty() ? "The books equal a plain sum over the file" : "");
      return shift.faults.isEmpty();
    }
  }

  private void play() throws IOException {
    Map<String, String> bins = locations();
    out.println("Importing ...");
    people();
    stage.importFrom(
        files,
        List.of("sites", "items", "barcodes", "locations", "people", "deliveries", "orders"));
    for (String who : List.of("ana", "ben", "cora", "dora")) {
      stage.enrol(who);
      say(who, "sync", "synced");
      say(who, "badge BADGE-" + who.toUpperCase(Locale.ROOT), "recorded");
    }
    receive(bins);
    List<String> orders = new ArrayList<>(new LinkedHashSet<>(column("orders", "order")));
    Map<String, List<String>> shares = share(orders);
    shares.forEach(
        (who, share) -> share.forEach(order -> say(who, "claim pick " + order, "granted")));
    for (String who : PICKERS) {
      say(who, "sync", "synced");
      stage.link(who).cut();
    }
    for (String who : PICKERS) {
      out.println(who + " picks " + shares.get(who).size() + " orders out of reach ...");
      shares.get(who).forEach(order -> pick(who, order));
    }
    comeBack();
    compare();
  }

  /** Each item has a place of its own; several share a bin. */
  private Map<String, String> locations() throws IOException {
    Map<String, String> bins = new LinkedHashMap<>();
    StringBuilder csv = new StringBuilder("location,kind,sequence\n");
    for (int bin = 1; bin <= BINS; bin++) {
      csv.append("R-%03d,PICK_FACE,%d%n".formatted(bin, bin));
    }
    Files.writeString(files.resolve("locations.csv"), csv);
    int next = 0;
    for (String item : column("items", "item")) {
      bins.put(item, "R-%03d".formatted(next++ % BINS + 1));
    }
    return bins;
  }

  private void people() throws IOException {
    StringBuilder csv = new StringBuilder("person,name,role,sites,badge\n");
    for (String who : List.of("ana", "ben", "cora", "dora")) {
      csv.append(
          "%s,%s,operator,%s,BADGE-%s%n".formatted(who, who, SITE, who.toUpperCase(Locale.ROOT)));
    }
    Files.writeString(files.resolve("people.csv"), csv);
  }

  private void receive(Map<String, String> bins) throws IOException {
    List<Map<String, String>> lines = rows("deliveries");
    out.println("dora receives " + lines.size() + " lines of deliveries ...");
    String delivery = "";
    for (Map<String, String> line : lines) {
      if (!delivery.equals(line.get("delivery"))) {
        delivery = line.get("delivery");
        say(RECEIVER, "receive " + delivery, "expected");
      }
      say(RECEIVER, "type " + bins.get(line.get("item")), "expected");
      say(RECEIVER, "type " + line.get("item") + " " + line.get("quantity"), "recorded");
    }
    say(RECEIVER, "sync", "synced");
  }

  private static Map<String, List<String>> share(List<String> orders) {
    Map<String, List<String>> shares = new LinkedHashMap<>();
    for (int i = 0; i < orders.size(); i++) {
      String who = PICKERS.get(i % PICKERS.size());
      shares.computeIfAbsent(who, any -> new ArrayList<>()).add(orders.get(i));
    }
    return shares;
  }

  private void pick(String who, String order) {
    say(who, "pick pick " + order, "expected");
    say(who, "type T" + order, "expected");
    String at = "";
    for (String stop = ask(who, "stop"); stop.startsWith("= stop "); stop = ask(who, "stop")) {
      String[] words = stop.split(" ", -1);
      if (!at.equals(words[2])) {
        at = words[2];
        say(who, "type " + at, "expected");
      }
      say(who, "type " + words[3] + " " + words[4], "recorded");
    }
  }

  private void comeBack() {
    List<String> order = new ArrayList<>(PICKERS);
    Collections.shuffle(order, new Random(1));
    for (String who : order) {
      stage.link(who).restore();
      say(who, "sync", "synced");
      out.println(who + " is back");
    }
  }

  /** What the rows of the file sum to, less those that are no sale of goods. */
  private Map<String, Quantity> sumOfTheFile() throws IOException {
    Set<String> dropped = new HashSet<>();
    for (Map<String, String> row : rows("report")) {
      if (row.get("fate").equals("dropped")) {
        dropped.add(row.get("line"));
      }
    }
    Map<String, Quantity> sum = new TreeMap<>();
    int line = 1;
    for (Map<String, String> row : CsvRows.read(files.resolve(FILE))) {
      line++;
      if (!dropped.contains(Integer.toString(line))) {
        String code = row.get("StockCode").strip().toUpperCase(Locale.ROOT);
        sum.merge(code, Quantity.parse(row.get("Quantity")), Quantity::plus);
      }
    }
    return sum;
  }

  private void compare() throws IOException {
    Map<String, Quantity> wanted = sumOfTheFile();
    Map<String, Quantity> delivered = new TreeMap<>();
    for (Map<String, String> line : rows("deliveries")) {
      Quantity quantity = Quantity.parse(line.get("quantity"));
      delivered.merge(line.get("item"), quantity, Quantity::plus);
    }
    Map<String, Quantity> inTotes = new TreeMap<>();
    Map<String, Quantity> inBins = new TreeMap<>();
    stage
        .books()
        .balances()
        .forEach(
            (key, quantity) -> {
              String[] words = key.split(" ", 2);
              if (words[0].startsWith("tote:")) {
                inTotes.merge(words[1], Quantity.parse(quantity), Quantity::plus);
              } else if (words[0].startsWith("bin:")) {
                inBins.merge(words[1], Quantity.parse(quantity), Quantity::plus);
              }
            });
    Set<String> items = new LinkedHashSet<>(wanted.keySet());
    items.addAll(delivered.keySet());
    items.addAll(inTotes.keySet());
    items.addAll(inBins.keySet());
    for (String item : items) {
      Quantity picked = inTotes.getOrDefault(item, Quantity.ZERO);
      Quantity left = inBins.getOrDefault(item, Quantity.ZERO);
      Quantity sum = wanted.getOrDefault(item, Quantity.ZERO);
      Quantity came = delivered.getOrDefault(item, Quantity.ZERO);
      if (!picked.equals(sum)) {
        faults.add(item + ": the file sums to " + sum + ", picked are " + picked);
      }
      if (!left.equals(came.minus(sum))) {
        faults.add(item + ": " + came + " came and " + sum + " went, but " + left + " are left");
      }
    }
    stage.books().discrepancies().stream()
        .filter(Books.Discrepancy::open)
        .forEach(each -> faults.add("open: " + each.summary()));
    out.println(
        items.size()
            + " items compared, "
            + wanted.values().stream().reduce(Quantity.ZERO, Quantity::plus)
            + " pieces picked");
  }

  private void say(String who, String command, String kind) {
    String reply = ask(who, command);
    if (!reply.startsWith("= " + kind)) {
      faults.add(who + ": " + command + ": expected " + kind + ", got " + reply);
    }
  }

  private String ask(String who, String command) {
    return stage.say(who, command, line -> {});
  }

  private List<String> column(String kind, String name) throws IOException {
    return rows(kind).stream().map(row -> row.getOrDefault(name, "")).toList();
  }

  private List<Map<String, String>> rows(String kind) throws IOException {
    return CsvRows.read(files.resolve(kind + ".csv"));
  }
}
