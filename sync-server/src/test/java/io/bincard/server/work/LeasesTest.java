package io.bincard.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.ServerRecord;
import io.bincard.model.operation.ServerRecord.LeaseGranted;
import io.bincard.model.operation.ServerRecord.LeaseLost;
import io.bincard.server.work.Claimant.Standing;
import io.bincard.server.work.WorkPlan.Done;
import io.bincard.server.work.WorkPlan.Refused;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeasesTest {
  private static final WorkState OPEN = held("", 0, 0);
  private static final WorkState TAKEN = held("H-2", 5, 1_000);
  private static final WorkState OWN = held("H-1", 5, 1_000);
  private static final WorkState DONE =
      new WorkState("pick 1", WorkState.Kind.PICK, "1", WorkState.State.DONE, "", false, 5, 0);
  private static final WorkState OF_A_REVOKED_DEVICE =
      new WorkState(
          "pick 1", WorkState.Kind.PICK, "1", WorkState.State.CLAIMED, "H-2", true, 5, 1_000);

  static Stream<Arguments> claims() {
    LeaseGranted first = new LeaseGranted("pick 1", "H-1", "anna", 1, 599);
    LeaseGranted sixth = new LeaseGranted("pick 1", "H-1", "anna", 6, 599);
    LeaseGranted later = new LeaseGranted("pick 1", "H-1", "anna", 6, 1_500);
    LeaseLost lost = new LeaseLost("pick 1", "H-2", 5);
    return Stream.of(
        claim("open work is granted", OPEN, Standing.ENROLLED, 99, granted(first)),
        claim("the holder gets more time", OWN, Standing.ENROLLED, 99, granted(sixth)),
        claim("the holder, too late, too", OWN, Standing.ENROLLED, 1_000, granted(later)),
        claim("what is taken is refused", TAKEN, Standing.ENROLLED, 99, no(Refusal.WORK_TAKEN)),
        claim("to its last moment", TAKEN, Standing.ENROLLED, 999, no(Refusal.WORK_TAKEN)),
        claim("not afterwards", TAKEN, Standing.ENROLLED, 1_000, granted(lost, later)),
        claim(
            "a revoked device holds nothing",
            OF_A_REVOKED_DEVICE,
            Standing.ENROLLED,
            99,
            granted(lost, sixth)),
        claim("done is done", DONE, Standing.ENROLLED, 99, no(Refusal.WORK_DONE)),
        claim("no such work", null, Standing.ENROLLED, 99, no(Refusal.WORK_UNKNOWN)),
        claim("no such device", OPEN, Standing.UNKNOWN, 99, no(Refusal.DEVICE_UNKNOWN)),
        claim("a revoked device", OPEN, Standing.REVOKED, 99, no(Refusal.DEVICE_REVOKED)),
        claim("its device counts first", null, Standing.REVOKED, 99, no(Refusal.DEVICE_REVOKED)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("claims")
  void aClaimIsAnswered(
      String why, WorkState work, Standing standing, long now, WorkPlan expected) {
    assertThat(Leases.claim(work, new Claimant("H-1", standing, "anna"), now, 500))
        .isEqualTo(expected);
  }

  static Stream<Arguments> releases() {
    return Stream.of(
        Arguments.of("the holder gives it back", OWN, "H-1", 5, granted()),
        Arguments.of("an older fence is worthless", OWN, "H-1", 4, no(Refusal.LEASE_LOST)),
        Arguments.of("another holds it", TAKEN, "H-1", 5, no(Refusal.LEASE_LOST)),
        Arguments.of("nobody holds it", OPEN, "H-1", 0, no(Refusal.LEASE_LOST)),
        Arguments.of("done is done", DONE, "H-1", 5, no(Refusal.WORK_DONE)),
        Arguments.of("no such work", null, "H-1", 5, no(Refusal.WORK_UNKNOWN)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("releases")
  void aReleaseIsAnswered(
      String why, WorkState work, String device, long fence, WorkPlan expected) {
    assertThat(Leases.release(work, device, fence)).isEqualTo(expected);
  }

  /** Three devices claim one work at random moments, at most 400 apart; a lease lasts 500. */
  @Property
  void atAnyMomentOneDeviceHoldsItAndFencesRise(
      @ForAll @Size(max = 50) List<@IntRange(max = 2) Integer> devices,
      @ForAll @Size(50) List<@IntRange(max = 400) Integer> pauses) {
    WorkState state = OPEN;
    long now = 0;
    for (int i = 0; i < devices.size(); i++) {
      now += pauses.get(i);
      String device = "H-" + devices.get(i);
      WorkState before = state;
      boolean free = before.device().isEmpty() || before.expires() <= now;
      WorkPlan plan =
          Leases.claim(before, new Claimant(device, Standing.ENROLLED, "anna"), now, 500);

      assertThat(plan instanceof Done).isEqualTo(free || before.device().equals(device));
      if (plan instanceof Done done) {
        LeaseGranted lease = (LeaseGranted) done.records().getLast();
        assertThat(lease.fence()).isGreaterThan(before.fence());
        state = held(lease.device(), lease.fence(), lease.expires());
      }
    }
  }

  private static WorkState held(String device, long fence, long expires) {
    return new WorkState(
        "pick 1",
        WorkState.Kind.PICK,
        "1",
        device.isEmpty() ? WorkState.State.OPEN : WorkState.State.CLAIMED,
        device,
        false,
        fence,
        expires);
  }

  private static Arguments claim(
      String why, WorkState work, Standing standing, long now, WorkPlan expected) {
    return Arguments.of(why, work, standing, now, expected);
  }

  private static WorkPlan granted(ServerRecord... records) {
    return new Done(List.of(records));
  }

  private static WorkPlan no(Refusal refusal) {
    return new Refused(refusal);
  }
}
