package io.bincard.handheld;

import io.bincard.handheld.device.DeviceClock;
import io.bincard.handheld.device.FolderStorage;
import io.bincard.handheld.device.Randomness;
import io.bincard.handheld.device.Scheduler;
import io.bincard.handheld.device.SecureRandomness;
import io.bincard.handheld.device.Storage;
import io.bincard.handheld.device.SystemClock;
import io.bincard.handheld.device.SystemScheduler;
import io.bincard.handheld.sync.HttpTransport;
import io.bincard.handheld.sync.Transport;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/**
 * All that a handheld needs from outside.
 *
 * @param transports makes the way to a server, given its address
 */
public record Platform(
    Storage storage,
    DeviceClock clock,
    Randomness randomness,
    Scheduler scheduler,
    Function<URI, Transport> transports) {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /**
   * The machine this runs on.
   *
   * @param folder where the handheld keeps its files; made if it is missing
   */
  public static Platform ofThisMachine(Path folder) {
    HttpClient client = HttpTransport.client();
    return new Platform(
        new FolderStorage(folder),
        new SystemClock(),
        new SecureRandomness(),
        new SystemScheduler(1),
        server -> new HttpTransport(client, server, TIMEOUT));
  }
}
