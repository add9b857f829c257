package nl.vliegwiel.flexpool.domain.weekplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.Urgency;
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
            List.of(new ShiftDemand.Skill(7, "Balie", 2, true)), Set.of(Circle.COUNTRY), Set.of(), Set.of()), Urgency.NORMAL.priority());
    }

    private static PoolMember member(int number, int offered, PoolMember.Loan... loans) {
        return member(number, new UUID(6, 1), offered, loans);
    }

    private static PoolMember member(int number, UUID library, int offered, PoolMember.Loan... loans) {
        return new PoolMember(new UUID(5, number), true, 101_000, 400_000, 60, offered, List.of(new PoolMember.Job(library, LocalDate.of(2020, 1, 1), null, 1440)),
            List.of(new PoolMember.Held(7, 3, null)), new int[] {0, 7 * 1440}, List.of(), List.of(), List.of(loans));
    }

    private static WeekProblem problem(List<Seat> seats, Map<UUID, List<PoolMember>> fitting, PlanChoice... choices) {
        return problem(seats, fitting, Map.of(), choices);
    }

    private static WeekProblem problem(List<Seat> seats, Map<UUID, List<PoolMember>> fitting, Map<UUID, Integer> lentMore, PlanChoice... choices) {
        return WeekProblem.of(new WeekProblem.Input(MONDAY, seats, fitting, Map.of(), List.of(choices), branch -> new int[] {120_000, 400_000}, lentMore));
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
    void what_cannot_wait_is_covered_first() {
        Seat can = seat(1, at(23, 9), at(23, 12), 0);
        Seat cannot = new Seat(new UUID(3, 2), seat(2, at(23, 9), at(23, 12), 0).demand(), Urgency.URGENT.priority());
        WeekProblem week = problem(List.of(can, cannot), Map.of(can.shiftId(), List.of(member(1, 3000)), cannot.shiftId(), List.of(member(1, 3000))));
        assertThat(plan(week).plan()).isEqualTo(new Plan(new int[] {Plan.OPEN, 0}));
        assertThat(plan(week).value()).isGreaterThan(3000);
    }

    @Test
    void who_works_at_a_library_that_lent_more_than_it_got_goes_after_somebody_else_but_before_nobody() {
        UUID giver = new UUID(6, 2);
        UUID other = new UUID(6, 1);
        Seat day = seat(1, at(23, 9), at(23, 12), 0);
        Map<UUID, List<PoolMember>> fitting = Map.of(day.shiftId(), List.of(member(1, giver, 3000), member(2, other, 3000)));
        assertThat(plan(problem(List.of(day), fitting, Map.of(giver, 3))).plan()).isEqualTo(new Plan(new int[] {1}));
        assertThat(plan(problem(List.of(day), fitting, Map.of(other, 3))).plan()).isEqualTo(new Plan(new int[] {0}));
        WeekProblem only = problem(List.of(day), Map.of(day.shiftId(), List.of(member(1, giver, 3000))), Map.of(giver, 5_000));
        assertThat(plan(only).plan().covered()).isEqualTo(1);
        WeekProblem atHome = problem(List.of(day), Map.of(day.shiftId(), List.of(member(1, LIBRARY, 3000))), Map.of(LIBRARY, 3));
        assertThat(atHome.problem().people().get(0).hoursLentMore()).as("her own library lends nobody").isZero();
    }

    @Test
    void a_plan_made_again_begins_from_the_one_before_and_keeps_what_a_pin_does_not_touch() {
        List<Seat> seats = new ArrayList<>();
        Map<UUID, List<PoolMember>> fitting = new HashMap<>();
        List<PoolMember> people = List.of(member(1, 3000), member(2, 3000), member(3, 3000));
        for (int day = 22; day < 25; day++) {
            seats.add(seat(day, at(day, 9), at(day, 12), 0));
            fitting.put(new UUID(3, day), people);
        }
        PlanProposal first = plan(problem(seats, fitting));
        List<WeekProblem.Before> before = new ArrayList<>();
        for (int seat = 0; seat < 3; seat++) {
            before.add(new WeekProblem.Before(seats.get(seat).shiftId(), people.get(first.plan().personOf(seat)).personId(), first.prices().scaled()[seat]));
        }
        int insisted = first.plan().personOf(1);
        WeekProblem pinned = problem(seats, fitting, new PlanChoice(seats.get(0).shiftId(), people.get(insisted).personId(), Kind.PIN));
        PlanProposal again = new PricedSearchEngine().replan(pinned.problem(), pinned.asBefore(before).orElseThrow(), PlanningEffort.mend(), PlanningWatch.NONE);
        assertThat(again.plan().personOf(0)).isEqualTo(insisted);
        assertThat(again.plan().personOf(2)).as("nothing to do with it").isEqualTo(first.plan().personOf(2));
        assertThat(again.value()).isEqualTo(again.bound());
        assertThat(pinned.hash(before)).as("what it begins from went in").isNotEqualTo(pinned.hash());
        assertThat(problem(seats, fitting).asBefore(before.subList(0, 2))).as("a third of the seats is new").isEmpty();
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
