package nl.vliegwiel.flexpool.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.StaffRequest.WantedShift;
import nl.vliegwiel.flexpool.domain.StaffRequest.WantedSkill;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Period;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StaffRequestTest {
    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final UUID LIBRARY = new UUID(1, 1);
    private static final UUID BRANCH = new UUID(1, 2);
    private static final UUID HR = new UUID(1, 3);
    private static final UUID SHIFT = new UUID(2, 1);
    private static final WantedSkill DESK = new WantedSkill(7, 2, true);

    @Test
    void isPublishedOnceWithItsShiftsAhead() {
        StaffRequest request = draft(shift(SHIFT, "2027-03-08T08:00:00Z", 2));
        request.publish(NOW);

        assertThat(request.status()).isEqualTo(RequestStatus.PUBLISHED);
        assertThat(request.publishedAt()).contains(NOW);
        assertThatThrownBy(() -> request.publish(NOW)).isInstanceOfSatisfying(Conflict.class,
            refusal -> assertThat(refusal.key()).isEqualTo("request.publish.notNow"));
    }

    @Test
    void isNotPublishedWithoutShiftsOrWithOneThatHasBegun() {
        assertThat(faults(() -> draft().publish(NOW))).containsExactly("shifts request.shifts.none");
        assertThat(faults(() -> draft(shift(SHIFT, "2027-02-26T08:00:00Z", 1)).publish(NOW))).containsExactly("shifts[0].start shift.start.inPast");
    }

    @Test
    void mayChangeInEverythingAsADraft() {
        StaffRequest request = draft(shift(SHIFT, "2027-03-08T08:00:00Z", 2));
        UUID other = new UUID(2, 9);
        request.change(new RequestText(new UUID(1, 9), "Voorlezen", "", Purpose.LEARNING, Circles.of(Circle.OWN), null),
            List.of(new WantedSkill(9, 1, false)), List.of(shift(other, "2027-03-10T08:00:00Z", 1)), Set.of(), Map.of(), NOW);

        assertThat(request.purpose()).isEqualTo(Purpose.LEARNING);
        assertThat(request.wantedSkills()).containsExactly(new WantedSkill(9, 1, false));
        assertThat(request.shifts()).extracting(Shift::id).containsExactly(other);
    }

    @Test
    void keepsAfterPublicationWhatPeopleRelyOn() {
        StaffRequest request = published();
        RequestText narrower = new RequestText(new UUID(1, 9), "Voorlezen", "", Purpose.LEARNING, Circles.of(Circle.OWN), null);

        assertThat(faults(() -> request.change(narrower, List.of(), List.of(), Set.of(SHIFT), Map.of(), NOW))).containsExactly(
            "branchId request.fixed.published", "purpose request.fixed.published", "skills request.fixed.published",
            "circles request.fixed.circles", "shifts request.fixed.shiftGone", "shifts request.shifts.none");
        assertThat(faults(() -> request.change(text(), List.of(DESK), List.of(shift(SHIFT, "2027-03-09T08:00:00Z", 1)), Set.of(SHIFT),
            Map.of(SHIFT, 2), NOW))).containsExactly("shifts[0].headcount request.fixed.headcount", "shifts[0].start request.fixed.shift");
    }

    @Test
    void takesMoreShiftsMoreSeatsAndWiderCirclesAfterPublication() {
        StaffRequest request = published();
        RequestText wider = new RequestText(BRANCH, "Extra mensen balie", "Kom gerust", Purpose.CAPACITY, Circles.of(Circle.REGION, Circle.COUNTRY), null);
        request.change(wider, List.of(DESK), List.of(shift(SHIFT, "2027-03-08T08:00:00Z", 3), shift(new UUID(2, 2), "2027-03-15T08:00:00Z", 1)),
            Set.of(SHIFT), Map.of(SHIFT, 2), NOW);

        assertThat(request.shifts()).extracting(Shift::headcount).containsExactly(3, 1);
        assertThat(request.circles()).isEqualTo(Circles.of(Circle.REGION, Circle.COUNTRY));
    }

    @Test
    void movesAShiftForWhichNobodyReacted() {
        StaffRequest request = published();
        request.change(text(), List.of(DESK), List.of(shift(SHIFT, "2027-03-09T08:00:00Z", 2)), Set.of(), Map.of(), NOW);

        assertThat(request.shift(SHIFT).orElseThrow().period().start()).isEqualTo(Instant.parse("2027-03-09T08:00:00Z"));
    }

    @Test
    void isTakenBackUnlessAPlacementIsDefinite() {
        StaffRequest request = published();
        assertThatThrownBy(() -> request.withdraw(1, NOW)).isInstanceOfSatisfying(Conflict.class,
            refusal -> assertThat(refusal.key()).isEqualTo("request.withdraw.placed"));
        request.withdraw(0, NOW);
        assertThat(request.status()).isEqualTo(RequestStatus.WITHDRAWN);

        assertThatThrownBy(() -> request.withdraw(0, NOW)).isInstanceOfSatisfying(Conflict.class,
            refusal -> assertThat(refusal.key()).isEqualTo("request.withdraw.notNow"));
        assertThatThrownBy(() -> request.change(text(), List.of(), List.of(), Set.of(), Map.of(), NOW)).isInstanceOfSatisfying(Conflict.class,
            refusal -> assertThat(refusal.key()).isEqualTo("request.edit.notNow"));
    }

    private static StaffRequest published() {
        StaffRequest request = draft(shift(SHIFT, "2027-03-08T08:00:00Z", 2));
        request.publish(NOW);
        return request;
    }

    private static StaffRequest draft(WantedShift... shifts) {
        return StaffRequest.draft(new UUID(3, 1), LIBRARY, text(), List.of(DESK), List.of(shifts), null, HR, NOW);
    }

    private static RequestText text() {
        return new RequestText(BRANCH, "Extra mensen balie", "", Purpose.CAPACITY, Circles.of(Circle.REGION), null);
    }

    private static WantedShift shift(UUID id, String start, int headcount) {
        Instant from = Instant.parse(start);
        return new WantedShift(id, new PlannedShift(new Period(from, from.plusSeconds(8 * 3600)), headcount, 30));
    }

    private static List<String> faults(ThrowingCallable deed) {
        RuleViolation refusal = org.assertj.core.api.Assertions.catchThrowableOfType(RuleViolation.class, deed);
        return refusal.violations().stream().map((Violation fault) -> fault.field() + " " + fault.key()).toList();
    }
}
