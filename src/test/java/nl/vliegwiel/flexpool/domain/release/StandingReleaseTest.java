package nl.vliegwiel.flexpool.domain.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.release.StandingRelease.Loan;
import nl.vliegwiel.flexpool.domain.release.StandingRelease.Wanted;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.api.Test;

/** A yes beforehand covers what it was given for, and nothing else. */
class StandingReleaseTest {
    private static final UUID LENDER = new UUID(0, 1);
    private static final UUID BORROWER = new UUID(0, 2);
    private static final UUID REGION = new UUID(0, 3);
    private static final UUID ANNA = new UUID(0, 4);
    private static final UUID STRANGER = new UUID(0, 9);
    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 31);
    private static final Instant NOW = LocalDateTime.of(2027, 2, 20, 9, 0).atZone(Zones.AMSTERDAM).toInstant();

    private static StandingRelease given(UUID borrower, UUID region, UUID employee, Instant revokedAt) {
        return new StandingRelease(new UUID(0, 7), 0, LENDER, borrower, null, region, null, employee, null, 960, 300, FIRST, LAST, "1", new UUID(0, 8), "Hanna",
            NOW, null, revokedAt);
    }

    private static Loan loan(UUID borrower, UUID employee, LocalDateTime start, int minutes) {
        Instant begin = start.atZone(Zones.AMSTERDAM).toInstant();
        return new Loan(LENDER, borrower, REGION, employee, new Period(begin, begin.plus(Duration.ofMinutes(minutes))), minutes);
    }

    private static LocalDateTime on(int month, int day) {
        return LocalDateTime.of(2027, month, day, 10, 0);
    }

    @Test
    void oneLibraryIsThatLibrary() {
        StandingRelease release = given(BORROWER, null, null, null);
        assertThat(release.covers(loan(BORROWER, ANNA, on(3, 10), 240), NOW)).isTrue();
        assertThat(release.covers(loan(STRANGER, ANNA, on(3, 10), 240), NOW)).isFalse();
    }

    @Test
    void aRegionIsAnyLibraryOfItButNotTheLenderItself() {
        StandingRelease release = given(null, REGION, null, null);
        assertThat(release.covers(loan(BORROWER, ANNA, on(3, 10), 240), NOW)).isTrue();
        assertThat(release.covers(loan(LENDER, ANNA, on(3, 10), 240), NOW)).as("own people").isFalse();
        assertThat(release.covers(new Loan(LENDER, BORROWER, null, ANNA, loan(BORROWER, ANNA, on(3, 10), 240).period(), 240), NOW)).as("no region").isFalse();
    }

    @Test
    void oneEmployeeIsNobodyElse() {
        StandingRelease release = given(BORROWER, null, ANNA, null);
        assertThat(release.covers(loan(BORROWER, ANNA, on(3, 10), 240), NOW)).isTrue();
        assertThat(release.covers(loan(BORROWER, STRANGER, on(3, 10), 240), NOW)).isFalse();
    }

    @Test
    void itHoldsOnItsFirstAndLastDayAndNotBesideThem() {
        StandingRelease release = given(BORROWER, null, null, null);
        assertThat(release.covers(loan(BORROWER, ANNA, on(2, 28), 240), NOW)).isFalse();
        assertThat(release.covers(loan(BORROWER, ANNA, on(3, 1), 240), NOW)).isTrue();
        assertThat(release.covers(loan(BORROWER, ANNA, on(3, 31), 240), NOW)).isTrue();
        assertThat(release.covers(loan(BORROWER, ANNA, on(4, 1), 240), NOW)).isFalse();
    }

    @Test
    void aLongerShiftIsAskedAsUsual() {
        StandingRelease release = given(BORROWER, null, null, null);
        assertThat(release.covers(loan(BORROWER, ANNA, on(3, 10), 300), NOW)).isTrue();
        assertThat(release.covers(loan(BORROWER, ANNA, on(3, 10), 301), NOW)).isFalse();
    }

    @Test
    void nothingComesAboutByItselfWithinFortyEightHours() {
        StandingRelease release = given(BORROWER, null, null, null);
        Loan loan = loan(BORROWER, ANNA, on(3, 10), 240);
        assertThat(release.covers(loan, loan.period().start().minus(Duration.ofHours(48)))).isFalse();
        assertThat(release.covers(loan, loan.period().start().minus(Duration.ofHours(48)).minusSeconds(1))).isTrue();
    }

    @Test
    void whatIsRevokedHoldsNoLonger() {
        assertThat(given(BORROWER, null, null, NOW).covers(loan(BORROWER, ANNA, on(3, 10), 240), NOW)).isFalse();
        assertThat(given(BORROWER, null, null, NOW).isOver(FIRST)).isTrue();
        assertThat(given(BORROWER, null, null, null).isOver(LAST)).isFalse();
        assertThat(given(BORROWER, null, null, null).isOver(LAST.plusDays(1))).isTrue();
    }

    @Test
    void eachFaultIsSaidAtItsField() {
        assertThat(faults(new Wanted(BORROWER, null, null, 480, 240, FIRST, LAST))).isEmpty();
        assertThat(faults(new Wanted(null, null, null, null, 721, null, LAST))).containsExactly("borrowerId release.standing.toWhom",
            "minutesPerWeek release.standing.minutes", "maxShiftMinutes release.standing.shift", "validFrom release.date.missing");
        assertThat(faults(new Wanted(BORROWER, REGION, null, 480, 240, FIRST, LAST))).containsExactly("borrowerId release.standing.toWhom");
        assertThat(faults(new Wanted(LENDER, null, null, 480, 240, FIRST, LAST))).containsExactly("borrowerId release.standing.toYourself");
        assertThat(faults(new Wanted(BORROWER, null, null, 480, 240, LAST, FIRST))).containsExactly("validTo release.date.endBeforeStart");
        assertThat(faults(new Wanted(BORROWER, null, null, 480, 240, FIRST, FIRST.plusDays(367)))).containsExactly("validTo release.date.tooLong");
        assertThat(faults(new Wanted(BORROWER, null, null, 480, 240, LocalDate.MAX, LocalDate.MAX))).containsExactly("validFrom release.date.range");
        assertThat(faults(new Wanted(BORROWER, null, null, 480, 240, FIRST.minusMonths(2), FIRST.minusMonths(1)))).containsExactly("validTo release.date.past");
    }

    private static List<String> faults(Wanted wanted) {
        return wanted.check("", LENDER, LocalDate.of(2027, 2, 20)).stream().map((Violation one) -> one.field() + " " + one.key()).toList();
    }

    @Test
    void blackOutsThatShareADayAreRefusedAtTheLaterOne() {
        Blackout one = new Blackout(FIRST, FIRST.plusDays(6), BlackoutReason.BUSY);
        assertThat(Blackout.check("blackouts", List.of(one, new Blackout(FIRST.plusDays(7), FIRST.plusDays(8), BlackoutReason.EVENT)))).isEmpty();
        assertThat(Blackout.check("blackouts", List.of(one, new Blackout(FIRST.plusDays(6), FIRST.plusDays(8), BlackoutReason.EVENT))))
            .extracting(Violation::field, Violation::key).containsExactly(org.assertj.core.groups.Tuple.tuple("blackouts[1].start", "release.blackout.overlap"));
    }

    @Test
    void workThatBeginsTheEveningBeforeABlackOutTouchesItOnlyPastMidnight() {
        Blackout day = new Blackout(FIRST, FIRST, BlackoutReason.EVENT);
        Instant midnight = FIRST.atStartOfDay(Zones.AMSTERDAM).toInstant();
        assertThat(day.touches(new Period(midnight.minusSeconds(7200), midnight))).isFalse();
        assertThat(day.touches(new Period(midnight.minusSeconds(7200), midnight.plusSeconds(60)))).isTrue();
    }
}
