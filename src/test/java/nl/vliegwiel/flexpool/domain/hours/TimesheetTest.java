package nl.vliegwiel.flexpool.domain.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.time.Period;
import org.junit.jupiter.api.Test;

/** R12: the employee submits, the borrower confirms, the lender approves, then it is locked; a correction is a new entry. */
class TimesheetTest {
    private static final Period SHIFT = new Period(Instant.parse("2027-05-03T08:00:00Z"), Instant.parse("2027-05-03T12:00:00Z"));
    private static final WorkedHours PLANNED = WorkedHours.planned(SHIFT, 30, 50);
    private static final WorkedHours LONGER = new WorkedHours(SHIFT.start(), SHIFT.end().plusSeconds(1800), 30, 50);
    private static final Instant AFTER = Instant.parse("2027-05-03T16:00:00Z");

    private static Timesheet approved() {
        return Timesheet.proposed(PLANNED).submit(AFTER).confirm().approve();
    }

    private static void refused(String key, ThrowingCallable deed) {
        assertThatExceptionOfType(Conflict.class).isThrownBy(deed).satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void oneDeedSubmitsThePlannedShiftAsItsFirstEntry() {
        Timesheet sheet = Timesheet.proposed(PLANNED).submit(AFTER);
        assertThat(sheet).isEqualTo(new Timesheet(1, HoursState.SUBMITTED, 1, PLANNED, null));
    }

    @Test
    void theSameHoursAgainAreNoChange() {
        Timesheet sheet = Timesheet.proposed(PLANNED).enter(PLANNED);
        assertThat(sheet.entry()).isEqualTo(1);
        assertThat(sheet.enter(PLANNED)).isSameAs(sheet);
    }

    @Test
    void otherHoursAreANewEntryThatHasToBeSubmittedAgain() {
        Timesheet sheet = Timesheet.proposed(PLANNED).submit(AFTER).enter(LONGER);
        assertThat(sheet.state()).isEqualTo(HoursState.ENTERED);
        assertThat(sheet.entry()).isEqualTo(2);
    }

    @Test
    void nothingIsSubmittedWhileTheWorkGoesOn() {
        refused("hours.notOver", () -> Timesheet.proposed(PLANNED).submit(SHIFT.end().minusSeconds(1)));
        assertThat(Timesheet.proposed(PLANNED).submit(SHIFT.end()).state()).isEqualTo(HoursState.SUBMITTED);
    }

    @Test
    void theLenderApprovesOnlyWhatTheBorrowerConfirmed() {
        refused("hours.state.notNow", () -> Timesheet.proposed(PLANNED).confirm());
        refused("hours.state.notNow", () -> Timesheet.proposed(PLANNED).submit(AFTER).approve());
        assertThat(approved().state()).isEqualTo(HoursState.APPROVED);
        assertThat(approved().approvedEntry()).isEqualTo(1);
    }

    @Test
    void whatAnEmployerAgreedToIsNotEnteredAnew() {
        refused("hours.locked", () -> Timesheet.proposed(PLANNED).submit(AFTER).confirm().enter(LONGER));
        refused("hours.locked", () -> approved().enter(LONGER));
        refused("hours.state.notNow", () -> approved().reject());
    }

    @Test
    void eitherEmployerSendsBackAndSheSubmitsAgain() {
        Timesheet byBorrower = Timesheet.proposed(PLANNED).submit(AFTER).reject();
        assertThat(byBorrower.state()).isEqualTo(HoursState.REJECTED);
        assertThat(Timesheet.proposed(PLANNED).submit(AFTER).confirm().reject().submit(AFTER).state()).isEqualTo(HoursState.SUBMITTED);
    }

    @Test
    void aCorrectionIsANewEntryAndTheApprovedOneHoldsUntilBothAgreed() {
        Timesheet corrected = approved().correct(LONGER, AFTER);
        assertThat(corrected.state()).isEqualTo(HoursState.SUBMITTED);
        assertThat(corrected.entry()).isEqualTo(2);
        assertThat(corrected.approvedEntry()).isEqualTo(1);
        assertThat(corrected.confirm().approve().approvedEntry()).isEqualTo(2);
    }

    @Test
    void onlyLockedHoursAreCorrectedAndOnlyWithOtherOnes() {
        refused("hours.notLocked", () -> Timesheet.proposed(PLANNED).submit(AFTER).correct(LONGER, AFTER));
        refused("hours.same", () -> approved().correct(PLANNED, AFTER));
        refused("hours.notOver", () -> approved().correct(LONGER, SHIFT.end()));
    }

    @Test
    void everyChangeRaisesTheVersion() {
        assertThat(approved().version()).isEqualTo(3);
        assertThat(approved().correct(LONGER, AFTER).version()).isEqualTo(4);
    }
}
