package io.bincard.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.Bodies;
import io.bincard.model.operation.Body;
import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.RawScan;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JournalLineProperties {

  @Provide
  Arbitrary<Operation> operations() {
    Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(20);
    return Combinators.combine(
            Bodies.of(Clocks.class),
            Bodies.of(RawScan.class).injectNull(.5),
            texts,
            Arbitraries.integers(),
            Arbitraries.longs(),
            Bodies.any())
        .as(JournalLineProperties::operation);
  }

  private static Operation operation(
      Clocks clocks, RawScan scan, String text, int number, long seq, Body body) {
    return new Operation(
        UUID.randomUUID(),
        text,
        text,
        number,
        seq,
        text,
        text,
        clocks,
        text,
        text,
        number,
        scan,
        body);
  }

  @Property
  void everyOperationIsReadAsItWasWritten(@ForAll("operations") Operation operation)
      throws UnreadableException {
    JournalLine written = JournalLine.write(operation);

    JournalLine read = JournalLine.read(written.text());

    assertThat(read).isEqualTo(written);
    assertThat(read.operation()).isEqualTo(operation);
  }

  @Property
  void aLineIsOneLineAndItsHashIsThatOfItsText(@ForAll("operations") Operation operation) {
    JournalLine line = JournalLine.write(operation);

    assertThat(line.text()).doesNotContain("\n", "\r");
    assertThat(line.hash()).matches("[0-9a-f]{64}").isEqualTo(JournalLine.hash(line.text()));
  }

  @Property
  void theHeaderCanBeReadWhateverTheBodyIs(@ForAll("operations") Operation operation)
      throws UnreadableException {
    String strange =
        JournalLine.write(operation).text().replace("\"type\":\"", "\"type\":\"Future");

    LineHeader header = WireJson.read(LineHeader.class, strange);

    assertThat(header.id()).isEqualTo(operation.id());
    assertThat(header.seq()).isEqualTo(operation.seq());
    assertThat(header.clocks()).isEqualTo(operation.clocks());
  }
}
