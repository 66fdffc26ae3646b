package io.bincard.handheld.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.bincard.model.barcode.Scan;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.Row;
import org.junit.jupiter.api.Test;

final class LogInTest {
  // Cheap on purpose: what it costs is in the hash, not in the code.
  private static final String HASH_OF_2468 =
      Password.hash("2468")
          .addSalt("0123456789abcdef")
          .with(Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID))
          .getResult();

  private final Floor floor =
      new Floor()
          .pull(
              new Row.Person("cem", "Cem Ö.", "operator", "CEM-1", HASH_OF_2468, true),
              new Row.Person("dan", "Dan P.", "operator", "DAN-1", HASH_OF_2468, false),
              new Row.Person("eve", "Eve R.", "operator", "", "not a hash", true));

  private LogIn logIn = logIn();

  @Test
  void aBadgeIsEnoughForWhoHasNoPin() {
    assertThat(words(logIn.next())).isEqualTo("Scan your badge.");

    assertThat(words(logIn.scanned(Scan.of("ANA-1"))))
        .isEqualTo("Recorded: Hello, Ana K. | Choose what to do.");

    assertThat(logIn.shift()).map(Shift::user).contains("ana");
    assertThat(recorded()).isEqualTo("ana SignedIn[]");
  }

  @Test
  void whoHasAPinHasToKnowIt() {
    assertThat(words(logIn.scanned(Scan.of("CEM-1")))).isEqualTo("Cem Ö., enter your PIN.");
    assertThat(words(logIn.pin("1234")))
        .isEqualTo("Wrong: That is not the PIN of Cem Ö. | Cem Ö., enter your PIN.");
    assertThat(logIn.shift()).isEmpty();
    assertThat(recorded()).isEmpty();

    assertThat(words(logIn.pin("2468"))).isEqualTo("Recorded: Hello, Cem Ö. | Choose what to do.");
    assertThat(recorded()).isEqualTo("cem SignedIn[]");
  }

  @Test
  void whoHasAPinComesInByNameToo() {
    assertThat(words(logIn.named(" cem "))).isEqualTo("Cem Ö., enter your PIN.");
    assertThat(words(logIn.pin("2468"))).startsWith("Recorded");

    assertThat(words(logIn.named("ana")))
        .isEqualTo("Wrong: Ana K. has no PIN: scan the badge. | Choose what to do.");
  }

  @Test
  void strangersAndWhoeverMayNotWorkHereStayOut() {
    assertThat(words(logIn.scanned(Scan.of("ZOE-1"))))
        .isEqualTo("Wrong: Nobody has the badge or name ZOE-1. | Scan your badge.");
    assertThat(words(logIn.scanned(Scan.of("DAN-1"))))
        .isEqualTo("Wrong: Dan P. may not work here any more. | Scan your badge.");
    assertThat(words(logIn.named("zoe")))
        .isEqualTo("Wrong: Nobody has the badge or name zoe. | Scan your badge.");
    assertThat(words(logIn.scanned(Scan.of(" "))))
        .as("who has no badge is not let in by an empty scan")
        .startsWith("Wrong");
    assertThat(words(logIn.pin("2468"))).isEqualTo("Scan your badge.");
    assertThat(recorded()).isEmpty();
  }

  @Test
  void aHashThatCannotBeReadLetsNobodyIn() {
    logIn.named("eve");

    assertThat(words(logIn.pin("not a hash"))).startsWith("Wrong");
  }

  @Test
  void whoTriesTooManyPinsHasToWaitEvenWithTheRightOne() {
    logIn.scanned(Scan.of("CEM-1"));
    for (int i = 0; i < 5; i++) {
      assertThat(words(logIn.pin("000" + i))).startsWith("Wrong: That is not the PIN");
    }

    assertThat(words(logIn.pin("2468")))
        .isEqualTo("Wrong: Too many wrong PINs: wait 30 seconds. | Cem Ö., enter your PIN.");
    floor.pass(31);
    assertThat(words(logIn.pin("9999"))).startsWith("Wrong: That is not the PIN");
    floor.pass(31);
    assertThat(words(logIn.pin("2468"))).startsWith("Wrong: Too many wrong PINs");
    floor.pass(31);
    assertThat(words(logIn.pin("2468"))).startsWith("Recorded");
  }

  @Test
  void whoComesNextSignsTheOneBeforeOut() {
    logIn.scanned(Scan.of("ANA-1"));
    logIn.scanned(Scan.of("BEN-1"));

    assertThat(recorded()).isEqualTo("ana SignedIn[], ana SignedOut[], ben SignedIn[]");
    assertThat(logIn.shift()).map(Shift::user).contains("ben");
  }

  @Test
  void whoLogsOutIsGone() {
    assertThat(words(logIn.logOut())).isEqualTo("Scan your badge.");
    logIn.scanned(Scan.of("ANA-1"));

    assertThat(words(logIn.logOut())).isEqualTo("Recorded: Goodbye, Ana K. | Scan your badge.");
    assertThat(logIn.shift()).isEmpty();
    assertThat(recorded()).isEqualTo("ana SignedIn[], ana SignedOut[]");
  }

  @Test
  void afterARestartSomebodyIsRememberedButHasToLogInAgain() {
    logIn.scanned(Scan.of("ANA-1"));
    logIn = logIn();

    assertThat(logIn.lastPerson()).map(Row.Person::name).contains("Ana K.");
    assertThat(logIn.shift()).isEmpty();

    logIn.scanned(Scan.of("BEN-1"));
    assertThat(recorded()).isEqualTo("ana SignedIn[], ana SignedOut[], ben SignedIn[]");
  }

  private LogIn logIn() {
    return new LogIn(
        floor.view, floor.journal, floor.clock, floor.randomness, new Argon2PinCheck());
  }

  private static String words(Reply reply) {
    return Script.words(reply).replace("..", ".");
  }

  private String recorded() {
    return String.join(", ", floor.recorded().stream().map(LogInTest::words).toList());
  }

  private static String words(Operation operation) {
    return operation.user() + " " + operation.body();
  }
}
