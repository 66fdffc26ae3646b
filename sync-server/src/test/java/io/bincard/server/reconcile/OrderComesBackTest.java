package io.bincard.server.reconcile;

import static io.bincard.server.reconcile.TestSite.goods;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.Row;
import io.bincard.server.pull.Pull;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderComesBackTest {
  private static final OrderLine LINE = new OrderLine("10", 1);

  @Test
  void aDeviceThatBeganAfterTheDispatchGetsTheLinesOfAnOrderThatHadNotLeftAfterAll() {
    try (TestSite site = new TestSite();
        Pull pull = new Pull(site.database)) {
      site.decide(
          new Decision.OrderPlaced(
              "10", "", 0, List.of(new Decision.OrderPlaced.Line(1, "JAR", Quantity.units(1)))));
      TestDevice device = site.device("H-1", "ana");
      device.at(1, new Fact.Picked(LINE, "A-01", "T-1", goods("JAR", 1)));
      device.at(2, new Fact.Packed(LINE, "T-1", "C-1", goods("JAR", 1)));
      UUID dispatch = device.at(3, new Fact.Dispatched("10", List.of("C-1")));
      device.anchored(4);
      device.pushAll(site.reconciler);
      PullPage first = pull(pull, site, "");
      assertThat(first.rows()).noneMatch(Row.Line.class::isInstance);

      site.decide(new Decision.OperationReversed(dispatch, "another truck"));

      assertThat(site.orderState("10")).isEqualTo("OPEN");
      assertThat(pull(pull, site, first.cursor()).rows())
          .anyMatch(Row.Order.class::isInstance)
          .anyMatch(Row.Line.class::isInstance);
    }
  }

  private static PullPage pull(Pull pull, TestSite site, String cursor) {
    return pull.page(site.site, "H-2", cursor, 1000, Duration.ZERO).orElseThrow();
  }
}
