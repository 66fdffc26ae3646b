package io.bincard.handheld.work;

import io.bincard.model.barcode.gs1.Sscc;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.zip.CRC32;

/**
 * Numbers cartons without asking anybody: each device has a range of serial references of its own
 * within the company prefix of the site.
 *
 * <p>Of the digits that the prefix leaves, the first (at most four) are the number of the device;
 * the extension digit and the others count. Two devices whose names end in the same number could
 * make the same one; the server finds that (CARTON_CLASH).
 */
final class CartonNumbers {
  /** Names such as H-0007 or handheld12: the number is the device's. */
  private static final Pattern NUMBERED = Pattern.compile("\\D+(\\d{1,4})");

  private static final int DIGITS = 16;

  private CartonNumbers() {}

  /**
   * The first number of a device's range that is free.
   *
   * @param companyPrefix of the site, 4 to 12 digits
   * @return empty if that is no company prefix, or the range is used up
   */
  static Optional<Sscc> next(String companyPrefix, String device, Predicate<String> isUsed) {
    if (!companyPrefix.matches("\\d{4,12}")) {
      return Optional.empty();
    }
    int room = DIGITS - companyPrefix.length();
    int forDevice = Math.min(4, room / 2);
    long perExtension = power(room - forDevice);
    long first = numberOf(device) % power(forDevice) * perExtension;
    return LongStream.range(0, 10 * perExtension)
        .mapToObj(
            count ->
                Sscc.make(
                    (int) (count / perExtension), companyPrefix, first + count % perExtension))
        .filter(carton -> !isUsed.test(carton.digits()))
        .findFirst();
  }

  private static long power(int digits) {
    return Math.round(Math.pow(10, digits));
  }

  private static long numberOf(String device) {
    Matcher numbered = NUMBERED.matcher(device);
    if (numbered.matches()) {
      return Long.parseLong(numbered.group(1));
    }
    CRC32 scattered = new CRC32();
    scattered.update(device.getBytes(StandardCharsets.UTF_8));
    return scattered.getValue();
  }
}
