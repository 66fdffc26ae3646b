package io.bincard.shift;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Decision;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.WireJson;
import io.bincard.server.http.DecisionsEndpoint;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Plays a script on a stage, and notes every step that did not come out as written. */
final class Play {
  private final Stage stage;
  private final PrintStream out;
  private final List<String> faults = new ArrayList<>();

  Play(Stage stage, PrintStream out) {
    this.stage = stage;
    this.out = out;
  }

  /** What did not come out as written; empty if all did. */
  List<String> play(Script script) throws IOException {
    for (Script.Chapter chapter : script.chapters()) {
      out.println();
      out.println(chapter.title());
      for (Script.Step step : chapter.steps()) {
        String reply = play(step);
        boolean good =
            reply.startsWith(("= " + step.kind()).strip()) && reply.contains(step.words());
        out.printf("  %s %-10s %-34s %s%n", good ? " " : "!", step.who(), step.what(), tidy(reply));
        if (!good) {
          faults.add(
              "line %d: %s %s: expected '%s %s', got '%s'"
                  .formatted(
                      step.line(), step.who(), step.what(), step.kind(), step.words(), reply));
        }
      }
    }
    return faults;
  }

  private static String tidy(String reply) {
    return reply.startsWith("= ") ? reply.substring(2) : reply;
  }

  private String play(Script.Step step) throws IOException {
    String[] words = step.what().split("\\s+");
    return switch (step.who()) {
      case "network" -> network(words[0], words[1]);
      case "supervisor" -> decide(words);
      case "check" -> check(words, step.what());
      default -> handheld(step.who(), step.what());
    };
  }

  private String handheld(String who, String what) throws IOException {
    switch (what) {
      case "kill" -> {
        stage.kill(who);
        return "= killed with signal 9";
      }
      case "start" -> {
        stage.restart(who);
        return "= started on the files it left";
      }
      default -> {
        return stage.say(who, what, line -> {});
      }
    }
  }

  private String network(String who, String state) {
    Link link = stage.link(who);
    switch (state) {
      case "on" -> link.restore();
      case "off" -> link.cut();
      case "lose-answer" -> link.loseNextPushAnswer();
      default -> throw new IllegalArgumentException("the network can't be " + state);
    }
    return "= " + state;
  }

  private String decide(String[] words) throws IOException {
    String reason = String.join(" ", List.of(words).subList(2, words.length));
    Body decision =
        switch (words[0]) {
          case "cancel" -> new Decision.OrderCancelled(words[1], null, reason);
          case "assign" ->
              new Decision.BarcodeAssigned(words[1], words[2], Quantity.parse(words[3]));
          default -> throw new IllegalArgumentException("no such decision: " + words[0]);
        };
    String body =
        WireJson.write(new DecisionsEndpoint.Decided(UUID.randomUUID(), "marta", decision));
    HttpResponse<String> answer =
        stage
            .server()
            .postAsAdmin("/api/v1/decisions?site=" + stage.site(), "application/json", body);
    return answer.body().contains("APPLIED") ? "= applied" : "= refused " + answer.body();
  }

  /** {@code open|closed CODE SUBJECT}, {@code lost WHO NUMBER}. */
  private String check(String[] words, String what) {
    if (words[0].equals("lost")) {
      int lost = stage.link(words[1]).lost();
      return lost == Integer.parseInt(words[2]) ? "= yes" : fault(what, lost + " were lost");
    }
    String wanted = what.substring(words[0].length()).strip();
    boolean open =
        stage.books().discrepancies().stream()
            .anyMatch(d -> d.open() && (d.code() + " " + d.subject()).startsWith(wanted));
    return open == words[0].equals("open") ? "= yes" : fault(what, "it is not");
  }

  private String fault(String what, String is) {
    faults.add("check " + what + ": " + is);
    return "= no, " + is;
  }
}
