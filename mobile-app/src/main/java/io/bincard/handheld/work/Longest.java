package io.bincard.handheld.work;

import java.util.Optional;

/**
 * How long a text can be that goes into the journal. A server quarantines an operation with a
 * longer one (docs/protocol.md, "Push"), so it is refused here, while the goods are at hand.
 */
enum Longest {
  /** Of a lot, a serial number or a tote. */
  NAME(60, MessageKey.NAME_TOO_LONG),
  /** Of a barcode that nobody knows. */
  BARCODE(500, MessageKey.BARCODE_TOO_LONG);

  private final int characters;
  private final MessageKey refusal;

  Longest(int characters, MessageKey refusal) {
    this.characters = characters;
    this.refusal = refusal;
  }

  boolean allows(String text) {
    return text.length() <= characters;
  }

  /** What to say of a text that is too long; empty if it is not. */
  Optional<Message> refusal(String text) {
    return allows(text)
        ? Optional.empty()
        : Optional.of(
            Message.of(refusal).with("longest", characters).with("length", text.length()));
  }
}
