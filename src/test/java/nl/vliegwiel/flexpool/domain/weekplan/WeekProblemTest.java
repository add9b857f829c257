package nl.vliegwiel.flexpool.domain.weekplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.planning.Pairing;
import nl.vliegwiel.flexpool.domain.planning.Plan;
import nl.vliegwiel.flexpool.domain.planning.PlanProposal;
import nl.vliegwiel.flexpool.domain.planning.PlanningEffort;
import nl.vliegwiel.flexpool.domain.planning.PlanningWatch;
import nl.vliegwiel.flexpool.domain.planning.PricedSearchEngine;
import nl.vliegwiel.flexpool.domain.ranking.PoolMember;
import nl.vliegwiel.flexpool.domain.ranking.ShiftDemand;
import nl.vliegwiel.flexpool.domain.weekplan.PlanChoice.Kind;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.api.Test;

/** A week of the tables becomes a week of the engine. */
class WeekProblemTest {
    /** The week that ends with the night in which an hour falls out. */
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 22);
    private static final UUID LIBRARY = new UUID(1, 1);
    private static final UUID BRANCH = new UUID(2, 1);
    private static final UUID ELSEWHERE = new UUID(2, 2);

    private static Instant at(int day, int hour) {
        return LocalDateTime.of(2027, 3, day, hour, 0).atZone(Zones.AMSTERDAM).toInstant();
    }

    private static Seat seat(int number, Instant from, Instant to, int breakMinutes) {
        return new Seat(new UUID(3, number), new ShiftDemand(new UUID(4, number), LIBRARY, BRANCH, 100_000, 400_000, new Period(from, to), breakMinutes,
            List.of(new ShiftDemand.Skill(7, "Balie", 2, true)), Set.of(Circle.COUNTRY), Set.of(), Set.of()));
    }

    private static PoolMember member(int number, int offered, PoolMember.Loan... loans) {
        return new PoolMember(new UUID(5, number), true, 101_000, 400_000, 60, offered, List.of(new PoolMember.Job(new UUID(6, 1), LocalDate.of(2020, 1, 1), null, 1440)),
            List.of(new PoolMember.Held(7, 3, null)), new int[] {0, 7 * 1440}, List.of(), List.of(), List.of(loans));
    }

    private static WeekProblem problem(List<Seat> seats, Map<UUID, List<PoolMember>> fitting, PlanChoice... choices) {
        return WeekProblem.of(new WeekProblem.Input(MONDAY, seats, fitting, Map.of(), List.of(choices), branch -> new int[] {120_000, 400_000}));
    }

    private static PlanProposal plan(WeekProblem week) {
        return new PricedSearchEngine().plan(week.problem(), PlanningEffort.full(week.problem()), PlanningWatch.NONE);
    }

    @Test
    void a_night_in_which_an_hour_falls_out_gives_an_hour_less_rest() {
        Seat evening = seat(1, at(27, 18), at(27, 22), 0);
        Seat morning = seat(2, at(28, 9), at(28, 13), 0);
        PoolMember anna = member(1, 3000);
        WeekProblem week = problem(List.of(evening, morning), Map.of(evening.shiftId(), List.of(anna), morning.shiftId(), List.of(anna)));
        assertThat(week.problem().shifts().get(1).time().from() - week.problem().shifts().get(0).time().to()).isEqualTo(10 * 60);
        assertThat(plan(week).plan().covered()).as("11 hours on the clock are 10").isEqualTo(1);
    }

    @Test
    void the_week_of_the_clock_change_is_an_hour_shorter() {
        assertThat(WeekProblem.week(MONDAY).minutes()).isEqualTo(167 * 60);
        assertThat(WeekProblem.week(MONDAY.plusWeeks(1)).minutes()).isEqualTo(168 * 60);
    }

    @Test
    void only_who_passed_the_exact_filters_of_a_shift_may_do_it() {
        Seat one = seat(1, at(23, 9), at(23, 12), 0);
        Seat two = seat(2, at(24, 9), at(24, 12), 0);
        WeekProblem week = problem(List.of(one, two), Map.of(one.shiftId(), List.of(member(1, 3000))));
        assertThat(plan(week).plan()).isEqualTo(new Plan(new int[] {0, Plan.OPEN}));
    }

    @Test
    void a_break_is_no_work_of_the_hours_offered() {
        Seat day = seat(1, at(23, 9), at(23, 17), 30);
        WeekProblem week = problem(List.of(day), Map.of(day.shiftId(), List.of(member(1, 450))));
        assertThat(plan(week).plan().covered()).isEqualTo(1);
    }

    @Test
    void loans_of_the_week_bind_and_those_of_twelve_weeks_before_count_for_the_spread() {
        Seat day = seat(1, at(23, 9), at(23, 12), 0);
        PoolMember.Loan lastWeek = new PoolMember.Loan(at(16, 9), at(16, 12), 0, ELSEWHERE);
        PoolMember.Loan thisDay = new PoolMember.Loan(at(23, 12), at(23, 15), 0, ELSEWHERE);
        WeekProblem free = problem(List.of(day), Map.of(day.shiftId(), List.of(member(1, 3000, lastWeek))));
        assertThat(free.problem().people().get(0).earlierShifts()).isEqualTo(1);
        assertThat(plan(free).plan().covered()).isEqualTo(1);
        WeekProblem bound = problem(List.of(day), Map.of(day.shiftId(), List.of(member(1, 3000, lastWeek, thisDay))));
        assertThat(plan(bound).plan().covered()).as("no time to travel 20 km").isZero();
    }

    @Test
    void a_pin_stays_a_forbidden_pair_is_not_proposed_and_a_pin_that_breaks_a_rule_is_left_out() {
        Seat one = seat(1, at(23, 9), at(23, 12), 0);
        Seat same = seat(2, at(23, 9), at(23, 12), 0);
        Map<UUID, List<PoolMember>> both = Map.of(one.shiftId(), List.of(member(1, 3000), member(2, 3000)), same.shiftId(), List.of(member(1, 3000), member(2, 3000)));
        UUID anna = new UUID(5, 1);
        WeekProblem pinned = problem(List.of(one, same), both, new PlanChoice(same.shiftId(), anna, Kind.PIN), new PlanChoice(one.shiftId(), new UUID(5, 2), Kind.FORBID));
        assertThat(plan(pinned).plan()).isEqualTo(new Plan(new int[] {Plan.OPEN, 0}));
        WeekProblem twice = problem(List.of(one, same), both, new PlanChoice(one.shiftId(), anna, Kind.PIN), new PlanChoice(same.shiftId(), anna, Kind.PIN));
        assertThat(twice.problem().pinned()).containsExactly(new Pairing(0, 0));
    }

    @Test
    void the_same_input_has_the_same_fingerprint_and_another_input_another() {
        Seat day = seat(1, at(23, 9), at(23, 12), 0);
        List<PoolMember> people = new ArrayList<>(List.of(member(1, 3000), member(2, 3000)));
        String hash = problem(List.of(day), Map.of(day.shiftId(), List.copyOf(people))).hash();
        Collections.reverse(people);
        assertThat(problem(List.of(day), Map.of(day.shiftId(), people)).hash()).isEqualTo(hash);
        assertThat(problem(List.of(day), Map.of(day.shiftId(), List.of(member(1, 2000), member(2, 3000)))).hash()).isNotEqualTo(hash);
    }
}
