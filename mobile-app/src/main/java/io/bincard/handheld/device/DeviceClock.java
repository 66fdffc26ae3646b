package io.bincard.handheld.device;

import io.bincard.model.operation.Clocks;

/** The clocks of one device. Their readings are only ever compared within one run. */
public interface DeviceClock {
  /** All three readings of one moment. */
  Clocks now();
}
