package io.bincard.server.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
  @Test
  void itReadsWhatPostgresqlWrites() {
    assertThat(Snapshot.ofPostgres("10:20:10,14,15"))
        .isEqualTo(new Snapshot(20, List.of(10L, 14L, 15L)));
    assertThat(Snapshot.ofPostgres("20:20:")).isEqualTo(new Snapshot(20, List.of()));
  }

  @Test
  void itIsShort() {
    assertThat(Snapshot.ofPostgres("1234560010:1234560020:1234560010,1234560014"))
        .hasToString("1234560020-6-10");
  }

  @Property
  void itIsReadAsItWasWritten(@ForAll("snapshots") Snapshot snapshot) {
    assertThat(Snapshot.parse(snapshot.toString())).contains(snapshot);
    assertThat(Snapshot.ofPostgres(snapshot.toPostgres())).isEqualTo(snapshot);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "x",
        "0",
        "-1",
        "5-0",
        "5-5",
        "5-6",
        "5-1-1",
        "5-2-1",
        "5-",
        "5--1",
        "4294967296",
        "4294967297-1",
        "9223372036854775808",
        "9223372036854775807-9223372036854775808"
      })
  void whatIsNoSnapshotIsNoSnapshot(String text) {
    assertThat(Snapshot.parse(text)).isEmpty();
  }

  @Provide
  static Arbitrary<Snapshot> snapshots() {
    Arbitrary<Set<Long>> running = Arbitraries.longs().between(1, 1000).set().ofMaxSize(20);
    return Combinators.combine(running, Arbitraries.longs().between(0, 1L << 31))
        .as(
            (numbers, offset) ->
                new Snapshot(
                    1001 + offset, numbers.stream().map(n -> n + offset).sorted().toList()));
  }
}
