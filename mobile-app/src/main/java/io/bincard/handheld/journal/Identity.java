package io.bincard.handheld.journal;

/**
 * Who this device is to the server.
 *
 * @param name what people call it
 * @param secret proves to the server who it is; shown to nobody
 * @param epoch the life of the journal that is being written, from 1
 * @param incarnation of the server's data that was last heard of
 */
public record Identity(
    String device,
    String name,
    String secret,
    String site,
    String server,
    int epoch,
    String incarnation) {

  Identity withEpoch(int next) {
    return new Identity(device, name, secret, site, server, next, incarnation);
  }

  Identity withIncarnation(String heard) {
    return new Identity(device, name, secret, site, server, epoch, heard);
  }

  /** Without the secret: this ends up in logs. */
  @Override
  public String toString() {
    return "Identity[" + device + ", " + name + ", " + site + ", " + server + ", " + epoch + "]";
  }
}
