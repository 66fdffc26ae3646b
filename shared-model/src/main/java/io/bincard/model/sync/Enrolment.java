package io.bincard.model.sync;

import io.avaje.jsonb.Json;

/** How a handheld becomes a device of a site, and gets the tokens it shows ever after. */
public final class Enrolment {
  private Enrolment() {}

  /**
   * A handheld asks to be let in.
   *
   * @param code the one-time code from the QR code on the devices page
   * @param name what people call the device
   */
  @Json
  public record Request(String code, String name, String appVersion) {}

  /**
   * It is let in.
   *
   * @param secret shown once; the device proves with it who it is when it asks for a token
   * @param epoch of the journal it is to begin
   */
  @Json
  public record Answer(String device, String secret, String site, int epoch, String incarnation) {}

  /** A device asks for a token. */
  @Json
  public record TokenRequest(String device, String secret) {}

  /**
   * A token for the Authorization header, scheme Bearer.
   *
   * @param expires microseconds since 1970-01-01T00:00Z
   */
  @Json
  public record TokenAnswer(String token, long expires) {}
}
