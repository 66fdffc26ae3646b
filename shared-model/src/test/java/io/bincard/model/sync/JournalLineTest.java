package io.bincard.model.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.model.operation.Bodies;
import io.bincard.model.operation.Body;
import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Quantity;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JournalLineTest {
  private static final Operation PICKED =
      new Operation(
          new UUID(0x0197_0000_0000_7000L, 1),
          "NORTH",
          "H-1",
          1,
          7,
          "",
          "ana",
          new Clocks("run", 10, 20),
          "",
          "1.0",
          1,
          null,
          new Fact.Picked(
              new OrderLine("10482", 7),
              "A-07-3-12",
              "T-31",
              Goods.of("JAR", "", Quantity.parse("2.5"))));

  static java.util.List<Class<? extends Body>> kinds() {
    return Bodies.kinds();
  }

  /** Journals are kept for ever: a line of version 1 must be understood by every later one. */
  @Test
  void aPickIsReadAsTheFirstVersionWroteIt() throws UnreadableException {
    String line =
        """
        {"id":"01970000-0000-7000-0000-000000000001","site":"NORTH","device":"H-1","epoch":1,\
        "seq":7,"prevHash":"","user":"ana",\
        "clocks":{"run":"run","monotonic":10,"wall":20},"baseCursor":"","appVersion":"1.0",\
        "version":1,"body":{"type":"Picked","location":"A-07-3-12",\
        "goods":{"item":"JAR","lot":"","serials":[],"quantity":"2.5","pack":"1"},\
        "line":{"order":"10482","line":7},"tote":"T-31"}}\
        """;

    assertThat(JournalLine.read(line).operation()).isEqualTo(PICKED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void everyKindIsWrittenUnderItsName(Class<? extends Body> kind) {
    Body body = Bodies.of(kind).sample();

    assertThat(WireJson.write(operation(body)))
        .contains("\"body\":{\"type\":\"" + kind.getSimpleName() + "\"");
  }

  private static Operation operation(Body body) {
    return new Operation(
        PICKED.id(),
        PICKED.site(),
        PICKED.device(),
        PICKED.epoch(),
        PICKED.seq(),
        PICKED.prevHash(),
        PICKED.user(),
        PICKED.clocks(),
        PICKED.baseCursor(),
        PICKED.appVersion(),
        PICKED.version(),
        PICKED.scan(),
        body);
  }

  @Test
  void fieldsOfALaterVersionArePassedOverButStayInTheText() throws UnreadableException {
    String text = JournalLine.write(PICKED).text();
    String later =
        text.replace("\"site\":", "\"mood\":{\"of\":[\"the\",\"day\"]},\"site\":")
            .replace("\"tote\":", "\"colour\":null,\"tote\":");

    JournalLine read = JournalLine.read(later);

    assertThat(read.operation()).isEqualTo(PICKED);
    assertThat(read.text()).isEqualTo(later);
    assertThat(read.hash()).isNotEqualTo(JournalLine.hash(text));
  }

  @Test
  void aKindOfALaterVersionIsRefusedButItsHeaderIsRead() throws UnreadableException {
    String later = JournalLine.write(PICKED).text().replace("\"Picked\"", "\"Teleported\"");

    assertThatThrownBy(() -> JournalLine.read(later)).isInstanceOf(UnreadableException.class);
    assertThat(WireJson.read(LineHeader.class, later).seq()).isEqualTo(7);
  }

  @Test
  void aChangedByteIsAnotherHash() {
    String text = JournalLine.write(PICKED).text();

    assertThat(JournalLine.hash(text.replace("2.5", "2.6"))).isNotEqualTo(JournalLine.hash(text));
    assertThat(JournalLine.hash("")).startsWith("e3b0c44298fc1c149afbf4c8996fb924");
  }
}
