package nl.vliegwiel.flexpool.domain.planning;

import static nl.vliegwiel.flexpool.domain.planning.SmallWeek.DAY;
import static nl.vliegwiel.flexpool.domain.planning.SmallWeek.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every hard rule: the last case that is allowed, and the first that is not. */
class HardRulesTest {
    private static final Place HOME = new Place(0, 0);
    private static final List<Stretch> ALWAYS = List.of(new Stretch(0, 7 * DAY));

    @Test
    void a_shift_goes_to_nobody_without_the_skill() {
        assertThat(alone(person(Map.of(0, 1)), needs(new SkillNeed(0, 1)))).isEqualTo(1);
        assertThat(alone(person(Map.of(1, 3)), needs(new SkillNeed(0, 1)))).isZero();
        assertThat(alone(person(Map.of(0, 3)), needs(new SkillNeed(0, 1), new SkillNeed(1, 1)))).isZero();
    }

    @Test
    void a_shift_goes_to_nobody_below_the_level() {
        assertThat(alone(person(Map.of(0, 2)), needs(new SkillNeed(0, 2)))).isEqualTo(1);
        assertThat(alone(person(Map.of(0, 1)), needs(new SkillNeed(0, 2)))).isZero();
    }

    @Test
    void one_window_contains_the_whole_shift() {
        OpenShift nineToFive = new OpenShift(0, new Stretch(9 * HOUR, 17 * HOUR), 1, List.of());
        assertThat(alone(available(new Stretch(9 * HOUR, 17 * HOUR)), nineToFive)).isEqualTo(1);
        assertThat(alone(available(new Stretch(9 * HOUR + 1, 17 * HOUR)), nineToFive)).isZero();
        assertThat(alone(available(new Stretch(9 * HOUR, 17 * HOUR - 1)), nineToFive)).isZero();
        assertThat(alone(available(new Stretch(9 * HOUR, 13 * HOUR), new Stretch(13 * HOUR, 17 * HOUR)), nineToFive)).isZero();
    }

    @Test
    void nobody_goes_farther_than_she_wants() {
        Place thirtyKmAway = new Place(24, 18);
        assertThat(new SmallWeek().person(wanting(30, thirtyKmAway)).shift(0, 0, HOUR).covered()).isEqualTo(1);
        assertThat(new SmallWeek().person(wanting(29.9, thirtyKmAway)).shift(0, 0, HOUR).covered()).isZero();
    }

    @Test
    void nobody_works_more_minutes_than_she_has_left() {
        assertThat(new SmallWeek().person(withMinutes(480)).shift(0, 0, 240).shift(0, DAY, DAY + 240).covered()).isEqualTo(2);
        assertThat(new SmallWeek().person(withMinutes(479)).shift(0, 0, 240).shift(0, DAY, DAY + 240).covered()).isEqualTo(1);
        assertThat(new SmallWeek().person(withMinutes(239)).shift(0, 0, 240).covered()).isZero();
    }

    @Test
    void nobody_is_in_two_places() {
        assertThat(together(0, 540, 720, 0, 720, 900)).isEqualTo(2);
        assertThat(together(0, 540, 720, 0, 719, 900)).isEqualTo(1);
    }

    @Test
    void two_branches_on_one_day_leave_time_to_travel() {
        // 10 km: 13 minutes on the way and 15 to change
        assertThat(together(0, 540, 720, 10, 748, 900)).isEqualTo(2);
        assertThat(together(0, 540, 720, 10, 747, 900)).isEqualTo(1);
    }

    @Test
    void another_branch_in_the_same_place_still_takes_a_quarter() {
        assertThat(together(0, 540, 720, 0.0, 735, 900, true)).isEqualTo(2);
        assertThat(together(0, 540, 720, 0.0, 734, 900, true)).isEqualTo(1);
    }

    @Test
    void a_day_is_at_most_twelve_hours_long() {
        assertThat(together(0, 540, 720, 0, 1020, 1260)).isEqualTo(2);
        assertThat(together(0, 540, 720, 0, 1020, 1261)).isEqualTo(1);
    }

    @Test
    void between_two_days_there_are_eleven_hours() {
        assertThat(together(0, 1080, 1320, 0, DAY + 540, DAY + 600)).isEqualTo(2);
        assertThat(together(0, 1080, 1321, 0, DAY + 540, DAY + 600)).isEqualTo(1);
    }

    @Test
    void a_night_shift_counts_on_the_day_it_begins() {
        assertThat(together(0, 1320, DAY + 360, 0, DAY + 1020, DAY + 1200)).isEqualTo(2);
        assertThat(together(0, 1320, DAY + 360, 0, DAY + 1019, DAY + 1200)).isEqualTo(1);
    }

    @Test
    void work_that_she_has_already_blocks_what_collides_with_it() {
        PlanPerson bound = new PlanPerson(HOME, 50, 2400, Map.of(0, 1), ALWAYS, List.of(new BoundWork(0, new Stretch(540, 720))), 0);
        assertThat(new SmallWeek().person(bound).shift(0, 720, 900).covered()).isEqualTo(1);
        assertThat(new SmallWeek().person(bound).shift(0, 700, 900).covered()).isZero();
        assertThat(new SmallWeek().branch(10).person(bound).shift(1, 747, 900).covered()).isZero();
        assertThat(new SmallWeek().person(bound).shift(0, 1081, 1261).covered()).isZero();
    }

    @Test
    void a_forbidden_pair_is_not_proposed() {
        assertThat(new SmallWeek().person().shift(0, 540, 720).forbid(0, 0).covered()).isZero();
    }

    @Test
    void a_pin_that_breaks_a_rule_is_refused_with_the_rule() {
        assertThatThrownBy(() -> new SmallWeek().person(withMinutes(100)).shift(0, 540, 720).pin(0, 0).planned())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("MINUTES");
        PlanningProblem overlapping = new SmallWeek().person().shift(0, 540, 720).shift(0, 600, 800).pin(0, 0).pin(1, 0).problem();
        assertThat(new Eligibility(overlapping).brokenPin())
                .contains(new Eligibility.BrokenPin(new Pairing(1, 0), PlanRule.OVERLAP));
        PlanningProblem tooMany = new SmallWeek().person(withMinutes(200)).shift(0, 540, 720).shift(0, DAY, DAY + 60).pin(0, 0).pin(1, 0).problem();
        assertThat(new Eligibility(tooMany).brokenPin()).contains(new Eligibility.BrokenPin(new Pairing(1, 0), PlanRule.MINUTES));
    }

    @Test
    void every_failing_rule_is_told_the_first_in_the_order_of_the_rules() {
        PlanningProblem problem = new SmallWeek().branch(80).person(person(Map.of(0, 1)))
                .shift(new OpenShift(1, new Stretch(540, 720), 1, List.of(new SkillNeed(0, 2), new SkillNeed(4, 1)))).problem();
        assertThat(new Eligibility(problem).failing(0, 0)).containsExactly(PlanRule.SKILL, PlanRule.LEVEL, PlanRule.DISTANCE);
        assertThat(new Eligibility(problem).firstFailing(0, 0)).contains(PlanRule.SKILL);
    }

    private static int together(double km, int from, int to, double otherKm, int otherFrom, int otherTo) {
        return together(km, from, to, otherKm, otherFrom, otherTo, false);
    }

    private static int together(double km, int from, int to, double otherKm, int otherFrom, int otherTo, boolean otherBranch) {
        SmallWeek week = new SmallWeek().branch(otherKm).person();
        return week.shift(0, from, to).shift(otherBranch || otherKm != km ? 1 : 0, otherFrom, otherTo).covered();
    }

    private static int alone(PlanPerson person, OpenShift shift) {
        return new SmallWeek().person(person).shift(shift).covered();
    }

    private static OpenShift needs(SkillNeed... needs) {
        return new OpenShift(0, new Stretch(540, 720), 1, List.of(needs));
    }

    private static PlanPerson person(Map<Integer, Integer> skills) {
        return new PlanPerson(HOME, 50, 2400, skills, ALWAYS);
    }

    private static PlanPerson available(Stretch... windows) {
        return new PlanPerson(HOME, 50, 2400, Map.of(), List.of(windows));
    }

    private static PlanPerson wanting(double km, Place home) {
        return new PlanPerson(home, km, 2400, Map.of(0, 1), ALWAYS);
    }

    private static PlanPerson withMinutes(int minutes) {
        return new PlanPerson(HOME, 50, minutes, Map.of(0, 1), ALWAYS);
    }
}
