package io.bincard.model.discrepancy;

import java.util.List;

/**
 * DEVICE_FORKED: one place of a device's journal came with two contents. The first one applied
 * counts; the rest of the other branch is kept apart.
 */
final class DeviceForked implements Rule<Subject.Device> {
  @Override
  public List<Finding> findings(Subject.Device device) {
    if (device.forks().isEmpty()) {
      return List.of();
    }
    Subject.Fork first = device.forks().get(0);
    return List.of(
        new Finding(
            DiscrepancyCode.DEVICE_FORKED,
            device.scope(),
            device.forks().stream().map(Subject.Fork::hash).toList(),
            device.forks().stream().map(Subject.Fork::operation).toList(),
            "Device "
                + device.device()
                + " sent two journals that part at operation "
                + first.epoch()
                + "/"
                + first.seq()
                + "; "
                + device.forks().size()
                + " operation(s) are kept apart"));
  }
}
