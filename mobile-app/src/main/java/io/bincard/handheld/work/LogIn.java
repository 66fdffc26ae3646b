package io.bincard.handheld.work;

import io.bincard.handheld.device.DeviceClock;
import io.bincard.handheld.device.Randomness;
import io.bincard.handheld.journal.Journal;
import io.bincard.handheld.replica.View;
import io.bincard.model.barcode.Scan;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who works with this handheld: badge, and PIN if the person has one; or name and PIN. Checked
 * without the server. One person at a time: who comes next signs the one before out.
 */
public final class LogIn {
  private final View view;
  private final Journal journal;
  private final DeviceClock clock;
  private final Randomness randomness;
  private final PinCheck pins;
  private final PinAttempts attempts = new PinAttempts();
  private Row.@Nullable Person atTheDoor;
  private @Nullable Shift shift;

  public LogIn(
      View view, Journal journal, DeviceClock clock, Randomness randomness, PinCheck pins) {
    this.view = view;
    this.journal = journal;
    this.clock = clock;
    this.randomness = randomness;
    this.pins = pins;
  }

  /** The work that whoever is logged in can do; empty if nobody is. */
  public synchronized Optional<Shift> shift() {
    return Optional.ofNullable(shift);
  }

  /** Who was signed in when this handheld was last used, to be greeted by name after a restart. */
  public synchronized Optional<Row.Person> lastPerson() {
    return lastPresent().flatMap(view::person);
  }

  /** What is expected now. */
  public synchronized Reply next() {
    return new Reply.Expected(expected());
  }

  private Message expected() {
    if (atTheDoor != null) {
      return Message.of(MessageKey.ENTER_PIN).with("name", atTheDoor.name());
    }
    return shift == null ? Message.of(MessageKey.SCAN_BADGE) : Message.of(MessageKey.CHOOSE_WORK);
  }

  /** A badge was scanned. */
  public synchronized Reply scanned(Scan badge) {
    String code = badge.data().strip();
    Row.Person person = new ScanReader(view).read(badge, clock.now().wall()).person().orElse(null);
    if (person == null || !person.active()) {
      return unknown(code, person);
    }
    if (!person.pinHash().isEmpty()) {
      atTheDoor = person;
      return next();
    }
    return admit(person);
  }

  /** Somebody typed his user name; only who has a PIN can come in without a badge. */
  public synchronized Reply named(String user) {
    Row.Person person = view.person(user.strip()).orElse(null);
    if (person == null || !person.active()) {
      return unknown(user, person);
    }
    if (person.pinHash().isEmpty()) {
      return wrong(Message.of(MessageKey.BADGE_NEEDED).with("name", person.name()));
    }
    atTheDoor = person;
    return next();
  }

  private Reply unknown(String code, Row.@Nullable Person person) {
    atTheDoor = null;
    return person == null
        ? wrong(Message.of(MessageKey.PERSON_UNKNOWN).with("scanned", code))
        : wrong(Message.of(MessageKey.PERSON_DISABLED).with("name", person.name()));
  }

  /** The PIN of whoever stands at the door was typed. */
  public synchronized Reply pin(String pin) {
    Row.Person person = atTheDoor;
    if (person == null) {
      return next();
    }
    long wait = attempts.wait(person.user(), clock.now().monotonic());
    if (wait > 0) {
      return wrong(Message.of(MessageKey.PIN_WAIT).with("seconds", wait));
    }
    if (!pins.matches(pin, person.pinHash())) {
      attempts.failed(person.user(), clock.now().monotonic());
      return wrong(Message.of(MessageKey.PIN_WRONG).with("name", person.name()));
    }
    attempts.succeeded(person.user());
    return admit(person);
  }

  private Reply admit(Row.Person person) {
    lastPresent().filter(other -> !other.equals(person.user())).ifPresent(this::signOut);
    Operation operation = journal.append(person.user(), null, new Fact.SignedIn()).operation();
    atTheDoor = null;
    shift = new Shift(person.user(), view, journal, clock, randomness);
    return new Reply.Recorded(
        List.of(operation),
        Message.of(MessageKey.LOGGED_IN).with("name", person.name()),
        expected());
  }

  /** Whoever is logged in goes. Unfinished work can be gone on with by whoever comes next. */
  public synchronized Reply logOut() {
    atTheDoor = null;
    String user = lastPresent().orElse(null);
    if (user == null) {
      return next();
    }
    Operation operation = signOut(user);
    return new Reply.Recorded(
        List.of(operation), Message.of(MessageKey.LOGGED_OUT).with("name", name(user)), expected());
  }

  private Operation signOut(String user) {
    Operation operation = journal.append(user, null, new Fact.SignedOut()).operation();
    shift = null;
    return operation;
  }

  private Optional<String> lastPresent() {
    return journal.latest(Set.of(Fact.SignedIn.class, Fact.SignedOut.class), 1).stream()
        .filter(operation -> operation.body() instanceof Fact.SignedIn)
        .map(Operation::user)
        .findFirst();
  }

  private String name(String user) {
    return view.person(user).map(Row.Person::name).orElse(user);
  }

  private Reply wrong(Message message) {
    return new Reply.Wrong(message, expected(), null);
  }
}
