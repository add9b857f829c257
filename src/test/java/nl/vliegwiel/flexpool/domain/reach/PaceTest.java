package nl.vliegwiel.flexpool.domain.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.api.Test;

/** When circles open, with fixed dates. */
class PaceTest {
    private static final List<Circle> ALL = List.of(Circle.OWN, Circle.FAVOURITES, Circle.NEIGHBOURS, Circle.REGION, Circle.COUNTRY);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zones.AMSTERDAM).toInstant();
    }

    private static List<Instant> opens(Pace pace, List<Circle> circles, String from, String firstStart) {
        return pace.schedule(circles, at(from), at(firstStart)).stream().map(Opening::opensAt).toList();
    }

    @Test
    void withMonthsToGoEachCircleHasItsWholeTime() {
        assertThat(opens(Pace.DEFAULT, ALL, "2026-11-02T10:00", "2027-02-01T10:00")).containsExactly(
            at("2026-11-02T10:00"), at("2026-11-03T10:00"), at("2026-11-04T10:00"), at("2026-11-06T10:00"), at("2026-11-09T10:00"));
    }

    @Test
    void onlyTheNamedCirclesAreWaitedForInTheOrderNamed() {
        assertThat(Pace.DEFAULT.schedule(List.of(Circle.NEIGHBOURS, Circle.COUNTRY), at("2026-11-02T10:00"), at("2027-02-01T10:00"))).containsExactly(
            new Opening(Circle.NEIGHBOURS, at("2026-11-02T10:00")), new Opening(Circle.COUNTRY, at("2026-11-04T10:00")));
    }

    @Test
    void fewerThanFourteenDaysHalveTheWaitAndFewerThanSevenMakeItAQuarter() {
        assertThat(opens(Pace.DEFAULT, List.of(Circle.NEIGHBOURS, Circle.REGION), "2026-11-02T10:00", "2026-11-15T10:00").get(1)).isEqualTo(at("2026-11-03T10:00"));
        assertThat(opens(Pace.DEFAULT, List.of(Circle.NEIGHBOURS, Circle.REGION), "2026-11-02T10:00", "2026-11-08T10:00").get(1))
            .as("twelve hours later is the evening").isEqualTo(at("2026-11-03T09:00"));
        assertThat(opens(Pace.DEFAULT, List.of(Circle.NEIGHBOURS, Circle.REGION), "2026-11-02T10:00", "2026-11-16T10:00").get(1))
            .as("exactly fourteen days").isEqualTo(at("2026-11-04T10:00"));
    }

    @Test
    void nothingOpensInTheEveningOrAtNight() {
        assertThat(opens(Pace.DEFAULT, List.of(Circle.OWN, Circle.REGION), "2026-11-02T18:00", "2027-02-01T10:00").get(1)).isEqualTo(at("2026-11-04T09:00"));
        assertThat(opens(Pace.DEFAULT, List.of(Circle.OWN, Circle.REGION), "2026-11-02T17:59", "2027-02-01T10:00").get(1)).isEqualTo(at("2026-11-03T17:59"));
        assertThat(opens(Pace.DEFAULT, List.of(Circle.OWN, Circle.REGION), "2026-11-02T06:30", "2027-02-01T10:00").get(1)).isEqualTo(at("2026-11-03T09:00"));
    }

    @Test
    void fortyEightHoursBeforeTheWorkEverythingIsOpen() {
        assertThat(opens(Pace.DEFAULT, ALL, "2026-11-02T10:00", "2026-11-05T08:00")).allMatch(opening -> !opening.isAfter(at("2026-11-03T08:00")));
        assertThat(opens(Pace.DEFAULT, ALL, "2026-11-02T10:00", "2026-11-04T09:59")).containsOnly(at("2026-11-02T10:00"));
    }

    @Test
    void allAtOnceIsAtOnce() {
        Pace atOnce = new Pace(true, false, 24, 24, 48, 72, 14, 7, 10, 120, 2, 72);
        assertThat(opens(atOnce, ALL, "2026-11-02T23:00", "2027-02-01T10:00")).containsOnly(at("2026-11-02T23:00"));
    }

    @Test
    void bothClockChangesKeepTheMorning() {
        assertThat(opens(Pace.DEFAULT, List.of(Circle.OWN, Circle.REGION), "2027-03-27T20:00", "2027-06-01T10:00").get(1))
            .as("the day after the night without two o'clock").isEqualTo(at("2027-03-29T09:00"));
        assertThat(opens(Pace.DEFAULT, List.of(Circle.OWN, Circle.REGION), "2027-10-30T09:30", "2027-12-01T10:00").get(1))
            .as("24 hours later the clock says half past eight").isEqualTo(at("2027-10-31T09:00"));
    }

    @Test
    void aCircleThatIsNamedLaterWaitsForTheLatestThatIsOpen() {
        assertThat(Pace.DEFAULT.after(List.of(Circle.OWN, Circle.NEIGHBOURS), List.of(Circle.OWN, Circle.NEIGHBOURS, Circle.COUNTRY), at("2026-11-02T10:00"), at("2027-02-01T10:00")))
            .containsExactly(new Opening(Circle.COUNTRY, at("2026-11-04T10:00")));
        assertThat(Pace.DEFAULT.after(List.of(Circle.COUNTRY), List.of(Circle.COUNTRY), at("2026-11-02T10:00"), at("2027-02-01T10:00"))).isEmpty();
    }

    @Test
    void circlesNeverGoBackInTime() {
        Instant past = at("2026-11-02T10:00");
        assertThat(opens(Pace.DEFAULT, ALL, "2026-11-02T10:00", "2026-11-02T11:00")).containsOnly(past);
    }

    @Test
    void lastMinuteIsWithinFortyEightHours() {
        assertThat(Pace.isLastMinute(at("2026-11-02T10:00"), at("2026-11-04T10:00"))).isFalse();
        assertThat(Pace.isLastMinute(at("2026-11-02T10:01"), at("2026-11-04T10:00"))).isTrue();
    }

    @Test
    void figuresOutOfBoundsAreNamed() {
        Pace odd = new Pace(false, false, -1, 24, 48, 999, 14, 7, 0, 1, 0, 47);
        assertThatThrownBy(odd::requireSensible).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.violations())
            .extracting(one -> one.field()).containsExactly("ownHours", "regionHours", "batch", "batchMinutes", "enough", "standbyHours"));
        assertThatThrownBy(new Pace(false, false, 24, 24, 48, 72, 5, 9, 10, 120, 2, 72)::requireSensible).isInstanceOf(RuleViolation.class);
        Pace.DEFAULT.requireSensible();
    }
}
