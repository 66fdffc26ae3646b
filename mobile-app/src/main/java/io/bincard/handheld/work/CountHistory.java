package io.bincard.handheld.work;

import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What this device did for one count task and did not take back. */
final class CountHistory {
  private final Shift shift;
  private final String task;

  CountHistory(Shift shift, String task) {
    this.shift = shift;
    this.task = task;
  }

  /** CountLine and BinCountCompleted, oldest first. */
  List<Operation> steps() {
    return shift.done(
        body ->
            (body instanceof Fact.CountLine line && line.task().equals(task))
                || (body instanceof Fact.BinCountCompleted bin && bin.task().equals(task)));
  }

  /** The lines of one count of one bin. */
  List<Fact.CountLine> lines(UUID count) {
    return lines().stream().filter(line -> line.count().equals(count)).toList();
  }

  Set<String> finishedBins() {
    Set<String> finished = new LinkedHashSet<>();
    completed().forEach(bin -> finished.add(bin.location()));
    return finished;
  }

  /** The last line, if its count was not completed. */
  Optional<Fact.CountLine> openLine() {
    return lines().stream()
        .reduce((earlier, later) -> later)
        .filter(line -> completed().stream().noneMatch(bin -> bin.count().equals(line.count())));
  }

  private List<Fact.CountLine> lines() {
    return steps().stream()
        .map(Operation::body)
        .filter(Fact.CountLine.class::isInstance)
        .map(Fact.CountLine.class::cast)
        .toList();
  }

  private List<Fact.BinCountCompleted> completed() {
    return steps().stream()
        .map(Operation::body)
        .filter(Fact.BinCountCompleted.class::isInstance)
        .map(Fact.BinCountCompleted.class::cast)
        .toList();
  }
}
