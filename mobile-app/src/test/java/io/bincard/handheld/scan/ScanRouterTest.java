package io.bincard.handheld.scan;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.barcode.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScanRouterTest {
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Test
  void givesScansToTheIdleWhileNobodyIsAtWork() {
    ScanRouter<String> router = router();

    router.scanned(Scan.of("A"));

    assertThat(heard).containsExactly("A -> idle A");
  }

  @Test
  void givesScansToWhoeverIsAtWork() {
    ScanRouter<String> router = router();

    router.giveTo(scan -> "picking " + scan.data());
    router.scanned(Scan.of("A"));
    router.giveTo(scan -> "counting " + scan.data());
    router.scanned(Scan.of("B"));

    assertThat(heard).containsExactly("A -> picking A", "B -> counting B");
  }

  @Test
  void aScanThatComesWhileAnotherIsHandledWaitsAndGoesToWhoeverIsAtWorkThen() {
    ScanRouter<String> router = router();

    router.giveTo(
        scan -> {
          router.scanned(Scan.of("B"));
          router.giveTo(next -> "after " + next.data());
          return "before " + scan.data();
        });
    router.scanned(Scan.of("A"));

    assertThat(heard).containsExactly("A -> before A", "B -> after B");
  }

  @Test
  void aFailureIsAReplyTooAndKeepsNothingBack() {
    ScanRouter<String> router = router();

    router.giveTo(
        scan -> {
          if (scan.data().equals("A")) {
            throw new IllegalStateException("the disk is full");
          }
          return "picked " + scan.data();
        });
    router.scanned(Scan.of("A"));
    router.scanned(Scan.of("B"));

    assertThat(heard).containsExactly("A -> failed: the disk is full", "B -> picked B");
  }

  @Test
  void aListenerThatFailsKeepsNothingBack() {
    List<Throwable> uncaught = new ArrayList<>();
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
    AtomicInteger told = new AtomicInteger();
    ScanRouter<String> router =
        new ScanRouter<>(
            Runnable::run,
            Scan::data,
            (scan, handled) -> {
              if (told.incrementAndGet() == 1) {
                throw new IllegalStateException("no screen");
              }
            });

    router.scanned(Scan.of("A"));
    router.scanned(Scan.of("B"));

    assertThat(told).hasValue(2);
    assertThat(uncaught).singleElement().asString().contains("no screen");
  }

  @Test
  void noneIsLostAndNoTwoAreHandledAtOnceWhateverTheThreads() throws Exception {
    int each = 500;
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger mostAtOnce = new AtomicInteger();
    List<String> handled = new ArrayList<>();
    CountDownLatch all = new CountDownLatch(4 * each);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      ScanRouter<String> router =
          new ScanRouter<>(
              threads,
              scan -> {
                mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                handled.add(scan.data());
                atOnce.decrementAndGet();
                return "";
              },
              (scan, reply) -> all.countDown());

      for (int trigger = 0; trigger < 4; trigger++) {
        String name = "trigger" + trigger + " ";
        threads.execute(
            () -> IntStream.range(0, each).forEach(i -> router.scanned(Scan.of(name + i))));
      }
      assertThat(all.await(30, SECONDS)).isTrue();

      assertThat(mostAtOnce).hasValue(1);
      for (int trigger = 0; trigger < 4; trigger++) {
        String name = "trigger" + trigger + " ";
        assertThat(handled.stream().filter(data -> data.startsWith(name)))
            .containsExactlyElementsOf(IntStream.range(0, each).mapToObj(i -> name + i).toList());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private ScanRouter<String> router() {
    return new ScanRouter<>(
        Runnable::run,
        scan -> "idle " + scan.data(),
        (scan, handled) -> heard.add(scan.data() + " -> " + words(handled)));
  }

  private static String words(ScanRouter.Handled<String> handled) {
    return switch (handled) {
      case ScanRouter.Handled.Answered<String>(String reply) -> reply;
      case ScanRouter.Handled.Failed<String>(RuntimeException reason) ->
          "failed: " + reason.getMessage();
    };
  }
}
