package io.bincard.server.audit;

import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts any number of records in order with little memory: sorted runs go to files, one JSON object
 * a line, and are merged when they are read. Reads as often as one likes once all is added.
 */
final class Sorter<T> implements AutoCloseable {
  private static final int IN_MEMORY = 50_000;
  private static final int MOST_RUNS = 64; // each is an open file while they are merged

  private final Class<T> type;
  private final Comparator<T> order;
  private final Function<T, Key> keyOf;
  private final Path directory;
  private final List<T> latest = new ArrayList<>();
  private final List<Path> runs = new ArrayList<>();
  private final List<Run> open = new ArrayList<>();

  /**
   * Makes an empty one.
   *
   * @param type has a JSON adapter
   * @param directory for the files; the caller's, who also deletes it
   */
  Sorter(Class<T> type, Function<T, Key> keyOf, Path directory) {
    this.type = type;
    this.order = Comparator.comparing(keyOf);
    this.keyOf = keyOf;
    this.directory = directory;
  }

  void add(T element) {
    latest.add(element);
    if (latest.size() == IN_MEMORY) {
      write();
    }
  }

  private void write() {
    if (runs.size() == MOST_RUNS) {
      Path all = write(merged(List.of()));
      close();
      runs.add(all);
    }
    latest.sort(order);
    runs.add(write(latest.iterator()));
    latest.clear();
  }

  private Path write(Iterator<T> elements) {
    try {
      Path run = Files.createTempFile(directory, type.getSimpleName(), ".run");
      try (BufferedWriter writer = Files.newBufferedWriter(run)) {
        while (elements.hasNext()) {
          writer.write(WireJson.write(elements.next()));
          writer.newLine();
        }
      }
      return run;
    } catch (IOException full) {
      throw new UncheckedIOException(
          "cannot write to " + directory + ", where an audit sorts; is the disk full?", full);
    }
  }

  /** All of it, in order. */
  Lookahead<T> sorted() {
    return sorted(keyOf);
  }

  /** All of it, in order, to be taken by a coarser key. */
  Lookahead<T> sorted(Function<T, Key> coarser) {
    latest.sort(order);
    return new Lookahead<>(merged(latest), coarser);
  }

  private Iterator<T> merged(List<T> more) {
    PriorityQueue<Head<T>> heads = new PriorityQueue<>();
    addHead(heads, more.iterator());
    runs.forEach(run -> addHead(heads, new Run(run)));
    return new Merge(heads);
  }

  private void addHead(PriorityQueue<Head<T>> heads, Iterator<T> rest) {
    if (rest.hasNext()) {
      T first = rest.next();
      heads.add(new Head<>(keyOf.apply(first), first, rest));
    }
  }

  @Override
  public void close() {
    open.forEach(Run::close);
    open.clear();
    for (Path run : runs) {
      try {
        Files.deleteIfExists(run);
      } catch (IOException stays) {
        throw new UncheckedIOException(stays);
      }
    }
    runs.clear();
  }

  /** The smallest element of one run, and the rest of it. */
  private record Head<T>(Key key, T element, Iterator<T> rest) implements Comparable<Head<T>> {
    @Override
    public int compareTo(Head<T> other) {
      return key.compareTo(other.key);
    }
  }

  private final class Merge implements Iterator<T> {
    private final PriorityQueue<Head<T>> heads;

    Merge(PriorityQueue<Head<T>> heads) {
      this.heads = heads;
    }

    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public T next() {
      Head<T> head = heads.poll();
      if (head == null) {
        throw new NoSuchElementException();
      }
      addHead(heads, head.rest());
      return head.element();
    }
  }

  private final class Run implements Iterator<T> {
    private final BufferedReader reader;
    private @Nullable String line;

    Run(Path file) {
      try {
        reader = Files.newBufferedReader(file);
        open.add(this);
        line = reader.readLine();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    @Override
    public boolean hasNext() {
      return line != null;
    }

    @Override
    public T next() {
      if (line == null) {
        throw new NoSuchElementException();
      }
      try {
        T element = WireJson.read(type, line);
        line = reader.readLine();
        return element;
      } catch (IOException | UnreadableException damaged) {
        throw new IllegalStateException("a file of this audit is damaged", damaged);
      }
    }

    void close() {
      try {
        reader.close();
      } catch (IOException alsoGone) {
        throw new UncheckedIOException(alsoGone);
      }
    }
  }
}
