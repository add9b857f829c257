package nl.vliegwiel.flexpool.domain.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.flexpool.domain.worktime.Severity;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule;
import nl.vliegwiel.platform.time.Period;
import org.junit.jupiter.api.Test;

class WhyNotTest {
    /** Monday 3 May 2027, 9:00 to 17:00 in Amsterdam. */
    private static final Period SHIFT = new Period(Instant.parse("2027-05-03T07:00:00Z"), Instant.parse("2027-05-03T15:00:00Z"));

    @Test
    void whoPassesEveryRuleIsOnTheList() {
        assertThat(WhyNot.all(new Facts().build())).isEmpty();
        assertThat(WhyNot.first(new Facts().build())).isEmpty();
    }

    @Test
    void whoDoesNotTakePartIsNot() {
        only(FilterRule.NOT_PARTICIPATING, "[]", f -> f.participating(false));
    }

    @Test
    void onlyTheCirclesThatAreNamedAreReached() {
        only(FilterRule.OUTSIDE_CIRCLES, "[]", f -> f.circles(Set.of(Circle.COUNTRY)));
        assertThat(WhyNot.all(new Facts().circles(Set.of(Circle.COUNTRY, Circle.NEIGHBOURS)).build())).isEmpty();
    }

    @Test
    void aRequiredSkillIsThereAtItsLevel() {
        only(FilterRule.SKILL_MISSING, "[Taalhuis, 2]", f -> f.skills(AskedSkill.required("Taalhuis", 2, 0)));
        only(FilterRule.SKILL_LEVEL, "[Taalhuis, 1, 2]", f -> f.skills(AskedSkill.required("Taalhuis", 2, 1)));
    }

    @Test
    void aWishedSkillNeverExcludes() {
        assertThat(WhyNot.all(new Facts().skills(AskedSkill.wished("Taalhuis", 2, 0),
                new AskedSkill("BHV", 1, false, 1, LocalDate.of(2020, 1, 1))).build())).isEmpty();
    }

    @Test
    void aCertificateIsValidOnTheLastDayOfTheShift() {
        only(FilterRule.CERTIFICATE_EXPIRED, "[BHV, 2027-05-02]",
                f -> f.skills(new AskedSkill("BHV", 1, true, 1, LocalDate.of(2027, 5, 2))));
        assertThat(WhyNot.all(new Facts().skills(new AskedSkill("BHV", 1, true, 1, LocalDate.of(2027, 5, 3))).build())).isEmpty();
    }

    @Test
    void theWayIsAtMostHerOwnMaximum() {
        only(FilterRule.TOO_FAR, "[42, 61, 60]", f -> f.travel(42_000, 61));
        assertThat(WhyNot.all(new Facts().travel(42_000, 60).build())).isEmpty();
    }

    @Test
    void theWholeShiftIsFree() {
        only(FilterRule.NOT_FREE, "[2027-05-03, 16:30, 17:00]",
                f -> f.notFree(new Period(Instant.parse("2027-05-03T14:30:00Z"), SHIFT.end())));
    }

    @Test
    void noDefinitePlacementOverlaps() {
        only(FilterRule.BOUND, "[2027-05-03, 16:59, 18:00]",
                f -> f.booked(new Period(Instant.parse("2027-05-03T14:59:00Z"), Instant.parse("2027-05-03T16:00:00Z"))));
        assertThat(WhyNot.all(new Facts().booked(new Period(SHIFT.end(), SHIFT.end().plusSeconds(3600))).build())).isEmpty();
    }

    @Test
    void offeredHoursAreNotExceeded() {
        only(FilterRule.HOURS_LEFT, "[7.5, 7.48, 16]", f -> f.loaned(511));
        assertThat(WhyNot.all(new Facts().loaned(510).build())).isEmpty();
    }

    @Test
    void onlyHardFindingsExclude() {
        only(FilterRule.WORKING_TIME, "[62, 60]", f -> f.findings(finding(Severity.SOFT), finding(Severity.HARD)));
        assertThat(WhyNot.all(new Facts().findings(finding(Severity.SOFT)).build())).isEmpty();
    }

    @Test
    void tellsTheFirstAndAllInTheOrderOfTheRules() {
        var facts = new Facts().travel(99_000, 99).participating(false).loaned(960).build();

        assertThat(WhyNot.all(facts)).extracting(FailedRule::rule)
                .containsExactly(FilterRule.NOT_PARTICIPATING, FilterRule.TOO_FAR, FilterRule.HOURS_LEFT);
        assertThat(WhyNot.first(facts)).hasValueSatisfying(f -> assertThat(f.rule()).isEqualTo(FilterRule.NOT_PARTICIPATING));
    }

    private static void only(FilterRule rule, String arguments, UnaryOperator<Facts> change) {
        assertThat(WhyNot.all(change.apply(new Facts()).build())).singleElement().satisfies(failed -> {
            assertThat(failed.rule()).isEqualTo(rule);
            assertThat(failed.arguments()).hasToString(arguments);
        });
    }

    private static Finding finding(Severity severity) {
        return new Finding(WorkingTimeRule.WEEK, severity, 3720, 3600, SHIFT, "worktime.finding.week", List.of(62, 60));
    }

    /** Somebody who fits, until a test says otherwise. */
    private static final class Facts {
        private boolean participating = true;
        private Set<Circle> circles = Set.of(Circle.NEIGHBOURS, Circle.COUNTRY);
        private List<AskedSkill> skills = List.of(AskedSkill.required("Taalhuis", 2, 3));
        private int distanceMetres = 20_000;
        private int travelMinutes = 36;
        private List<Period> notFree = List.of();
        private List<Period> booked = List.of();
        private int loaned;
        private List<Finding> findings = List.of();

        Facts participating(boolean value) {
            participating = value;
            return this;
        }

        Facts circles(Set<Circle> value) {
            circles = value;
            return this;
        }

        Facts skills(AskedSkill... value) {
            skills = List.of(value);
            return this;
        }

        Facts travel(int metres, int minutes) {
            distanceMetres = metres;
            travelMinutes = minutes;
            return this;
        }

        Facts notFree(Period value) {
            notFree = List.of(value);
            return this;
        }

        Facts booked(Period value) {
            booked = List.of(value);
            return this;
        }

        Facts loaned(int minutes) {
            loaned = minutes;
            return this;
        }

        Facts findings(Finding... value) {
            findings = List.of(value);
            return this;
        }

        EligibilityFacts build() {
            return new EligibilityFacts(participating, Set.of(Circle.OWN, Circle.NEIGHBOURS), circles, skills, SHIFT, 450,
                    distanceMetres, travelMinutes, 60, notFree, booked, 960, loaned, findings);
        }
    }
}
