package io.bincard.model.barcode;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many scans a second one thread parses and checks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Gs1ParseBenchmark {

  private static final BarcodeSettings SETTINGS = BarcodeSettings.usual(2026);

  @Param({
    "]C1010952123454321310ABC123\u001d17261231",
    "]d2010952123454321317261231310300175010LOT-7\u001d21SER1",
    "]C100095212345678901235",
    "]E04006381333931",
    "]Q1https://id.gs1.org/01/09521234543213/10/ABC123?17=261231"
  })
  public String data;

  @Benchmark
  public Barcode parse() {
    return BarcodeParser.parse(Scan.of(data), SETTINGS);
  }
}
