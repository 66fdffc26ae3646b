package io.bincard.handheld.scan;

import io.bincard.model.barcode.Scan;

/** Port: something that scans barcodes, for example the trigger of the device or its camera. */
public interface ScanSource extends AutoCloseable {
  /**
   * Starts to scan.
   *
   * @param listener hears of every scan, in the order they were made, on any thread
   */
  void open(Listener listener);

  /** Stops; the listener hears nothing after that. */
  @Override
  void close();

  /** Hears of scans. */
  interface Listener {
    void scanned(Scan scan);
  }
}
