package nl.vliegwiel.flexpool.domain.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Availability;
import nl.vliegwiel.flexpool.domain.AvailabilityOverride;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.Periods;
import nl.vliegwiel.flexpool.domain.WeeklyHours;
import nl.vliegwiel.flexpool.domain.WeeklyPattern;
import nl.vliegwiel.flexpool.domain.worktime.Limits;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeCheck;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way to rank gives what the rules give when each person is asked by herself. */
class PoolIndexTest {
    private static final PoolIndex.Work WORK = new PoolIndex.Work(new WorkingTimeCheck(Limits.law()), branch -> 40);
    private static final UUID[] LIBRARIES = ids(6);
    private static final UUID[] BRANCHES = ids(4);
    private static final int PEOPLE = 400;

    /** A member with what the rules themselves say of her time. */
    private record Made(PoolMember member, Availability availability) {
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void the_list_holds_who_fails_no_rule_in_the_order_of_the_score(long seed) {
        Random random = new Random(seed);
        List<Made> people = people(random);
        PoolIndex index = new PoolIndex();
        index.put(people.stream().map(Made::member).toList());
        int listed = 0;
        for (int i = 0; i < 50; i++) {
            ShiftDemand demand = demand(random);
            List<Score> expected = people.stream().map(Made::member).filter(member -> PoolIndex.whyNot(member, demand, WORK).isEmpty())
                    .map(member -> PoolIndex.score(member, demand, Weights.DEFAULT)).sorted().toList();
            listed += expected.size();
            assertThat(index.rank(demand, Weights.DEFAULT, WORK, PEOPLE, null)).extracting(PoolIndex.Ranked::score).isEqualTo(expected);
        }
        assertThat(listed).as("a test that lists nobody proves nothing").isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void a_member_is_free_when_her_availability_covers_the_shift_also_over_a_clock_change(long seed) {
        Random random = new Random(seed);
        int free = 0;
        for (Made made : people(random)) {
            ShiftDemand demand = demand(random);
            boolean covered = made.availability().covers(demand.shift());
            free += covered ? 1 : 0;
            assertThat(made.member().isFree(new ShiftTimes(demand))).as("%s", demand.shift()).isEqualTo(covered);
        }
        assertThat(free).isBetween(PEOPLE / 50, PEOPLE - PEOPLE / 50);
    }

    @Test
    void cards_can_be_read_in_stretches_without_a_gap_or_a_double() {
        Random random = new Random(7);
        PoolIndex index = new PoolIndex();
        index.put(people(random).stream().map(Made::member).toList());
        ShiftDemand demand = easy();
        List<UUID> whole = names(index.rank(demand, Weights.DEFAULT, WORK, PEOPLE, null));
        List<UUID> read = new ArrayList<>();
        for (UUID last = null; read.size() < whole.size(); last = read.get(read.size() - 1)) {
            read.addAll(names(index.rank(demand, Weights.DEFAULT, WORK, 7, last)));
        }
        assertThat(whole).hasSizeGreaterThan(10);
        assertThat(read).isEqualTo(whole);
    }

    @Test
    void who_changes_is_found_as_she_is_now_and_no_longer_as_she_was() {
        Random random = new Random(8);
        List<Made> before = people(random);
        PoolIndex index = new PoolIndex();
        index.put(before.stream().map(Made::member).toList());
        List<Made> after = people(random);
        List<PoolMember> changed = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            changed.add(sameName(before.get(i).member().personId(), after.get(i).member(), random));
        }
        index.put(changed);
        PoolIndex fresh = new PoolIndex();
        fresh.put(changed);
        for (int i = 0; i < 40; i++) {
            ShiftDemand demand = demand(random);
            assertThat(names(index.rank(demand, Weights.DEFAULT, WORK, PEOPLE, null))).isEqualTo(names(fresh.rank(demand, Weights.DEFAULT, WORK, PEOPLE, null)));
        }
        assertThat(index.size()).isEqualTo(PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(longs = 9)
    void the_funnel_counts_everybody_once_by_the_first_rule_that_fails(long seed) {
        Random random = new Random(seed);
        List<Made> people = people(random);
        PoolIndex index = new PoolIndex();
        index.put(people.stream().map(Made::member).toList());
        for (int i = 0; i < 12; i++) {
            ShiftDemand demand = demand(random);
            ShiftTimes times = new ShiftTimes(demand);
            Map<FilterRule, Integer> first = new EnumMap<>(FilterRule.class);
            int fits = 0;
            int skillGain = 0;
            for (Made made : people) {
                if (!made.member().isEmployed(times)) {
                    continue;
                }
                List<FailedRule> failed = PoolIndex.whyNot(made.member(), demand, WORK);
                if (failed.isEmpty()) {
                    fits++;
                } else {
                    first.merge(failed.get(0).rule(), 1, Integer::sum);
                }
                Set<FilterRule> rules = EnumSet.noneOf(FilterRule.class);
                failed.forEach(one -> rules.add(one.rule()));
                rules.removeAll(EnumSet.of(FilterRule.SKILL_MISSING, FilterRule.SKILL_LEVEL, FilterRule.CERTIFICATE_EXPIRED));
                skillGain += !failed.isEmpty() && rules.isEmpty() ? 1 : 0;
            }
            Funnel funnel = index.funnel(demand, WORK);
            assertThat(funnel.fits()).isEqualTo(fits);
            assertThat(funnel.steps()).allSatisfy(step -> assertThat(step.failed()).isEqualTo(first.get(step.rule())));
            assertThat(funnel.steps()).hasSameSizeAs(first.keySet());
            assertThat(funnel.steps().get(funnel.steps().size() - 1).left()).isEqualTo(fits);
            long required = demand.skills().stream().filter(ShiftDemand.Skill::required).count();
            if (required == 1) {
                assertThat(funnel.changes().stream().filter(change -> change.kind() == Funnel.Kind.SKILL).mapToInt(Funnel.Change::gain).sum())
                        .isEqualTo(skillGain);
            }
        }
    }

    @Test
    void a_circle_of_favourites_reaches_only_who_agreed_to_be_one() {
        PoolIndex index = new PoolIndex();
        PoolMember favourite = idle(new UUID(7, 1));
        PoolMember other = idle(new UUID(7, 2));
        index.put(List.of(favourite, other));
        ShiftDemand easy = easy();
        ShiftDemand demand = new ShiftDemand(easy.requestId(), LIBRARIES[0], easy.branchId(), easy.x(), easy.y(), easy.shift(), 0, List.of(),
                EnumSet.of(Circle.FAVOURITES), Set.of(), Set.of(), Set.of(favourite.personId()));
        assertThat(PoolIndex.whyNot(other, demand, WORK)).extracting(FailedRule::rule).containsExactly(FilterRule.OUTSIDE_CIRCLES);
        assertThat(names(index.rank(demand, Weights.DEFAULT, WORK, 2, null))).containsExactly(favourite.personId());
    }

    /** Somebody nearby who has all week. */
    private static PoolMember idle(UUID id) {
        return new PoolMember(id, true, 125_000, 480_000, 60, 900, List.of(new PoolMember.Job(LIBRARIES[1], LocalDate.of(2020, 1, 1), null, 600)), List.of(),
                new int[] {0, 7 * 1440}, List.of(), List.of(), List.of());
    }

    private static List<UUID> names(List<PoolIndex.Ranked> ranked) {
        return ranked.stream().map(one -> one.member().personId()).toList();
    }

    private static PoolMember sameName(UUID name, PoolMember other, Random random) {
        return new PoolMember(name, other.participating(), other.x(), other.y(), other.travelLimit(), 900, List.of(job(random)), other.skills(),
                other.week(), List.of(), List.of(), List.of());
    }

    private static ShiftDemand easy() {
        return new ShiftDemand(new UUID(1, 1), LIBRARIES[0], BRANCHES[0], 125_000, 480_000,
                new Period(at(2027, 1, 12, 10, 0), at(2027, 1, 12, 11, 0)), 0, List.of(), EnumSet.allOf(Circle.class), Set.of(), Set.of());
    }

    private static ShiftDemand demand(Random random) {
        Instant start = random.nextInt(4) == 0
                ? (random.nextBoolean() ? at(2027, 3, 27, 20, 0) : at(2026, 10, 24, 20, 0)).plus(Duration.ofMinutes(15L * random.nextInt(40)))
                : at(2027, 1, 4, 6, 0).plus(Duration.ofMinutes(15L * random.nextInt(4 * 24 * 14)));
        List<ShiftDemand.Skill> skills = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            skills.add(new ShiftDemand.Skill(1 + i * 2 + random.nextInt(2), "skill", 1 + random.nextInt(3), random.nextInt(3) > 0));
        }
        Set<Circle> circles = EnumSet.of(Circle.values()[random.nextInt(5)], Circle.COUNTRY);
        if (random.nextInt(3) == 0) {
            circles = EnumSet.of(Circle.NEIGHBOURS, Circle.OWN);
        }
        return new ShiftDemand(new UUID(random.nextLong(), random.nextLong()), LIBRARIES[0], BRANCHES[0], 100_000 + random.nextInt(50_000),
                460_000 + random.nextInt(50_000), new Period(start, start.plus(Duration.ofMinutes(60L + 15 * random.nextInt(30)))), 15 * random.nextInt(3), skills,
                circles, Set.of(LIBRARIES[1], LIBRARIES[2]), Set.of(LIBRARIES[2], LIBRARIES[3]));
    }

    private static List<Made> people(Random random) {
        List<Made> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person(random));
        }
        return people;
    }

    private static Made person(Random random) {
        List<WeeklyHours> hours = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(10) < 7) {
                int from = random.nextInt(3) == 0 ? 0 : 15 * random.nextInt(48);
                hours.add(new WeeklyHours(day, from, random.nextInt(3) == 0 ? 1440 : Math.min(1440, from + 60 + 15 * random.nextInt(48))));
            }
        }
        List<AvailabilityOverride> overrides = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            Instant start = (random.nextInt(3) == 0 ? at(2027, 3, 27, 12, 0) : at(2027, 1, 4, 0, 0)).plusSeconds(60L * random.nextInt(14 * 24 * 60) + random.nextInt(2) * 30);
            overrides.add(new AvailabilityOverride(new Period(start, start.plusSeconds(3600L * (1 + random.nextInt(40)))), random.nextBoolean()));
        }
        List<PoolMember.Held> skills = new ArrayList<>();
        for (int skill : new TreeSet<>(List.of(1 + random.nextInt(5), 1 + random.nextInt(5), 1 + random.nextInt(5)))) {
            skills.add(new PoolMember.Held(skill, 1 + random.nextInt(4), random.nextInt(4) == 0 ? LocalDate.of(2027, 1, 1).plusDays(random.nextInt(30)) : null));
        }
        List<PoolMember.Job> jobs = new ArrayList<>(List.of(job(random)));
        if (random.nextInt(8) == 0) {
            jobs.add(job(random));
        }
        List<Instant> extra = edges(overrides, true);
        List<Instant> blocked = edges(overrides, false);
        PoolMember member = new PoolMember(new UUID(random.nextLong(), random.nextLong()), random.nextInt(10) > 0, 90_000 + random.nextInt(70_000),
                450_000 + random.nextInt(70_000), random.nextInt(90), 60 * random.nextInt(24), jobs, skills, week(hours), extra, blocked, loans(random));
        return new Made(member, new Availability(WeeklyPattern.of(hours), overrides));
    }

    private static PoolMember.Job job(Random random) {
        return new PoolMember.Job(LIBRARIES[random.nextInt(LIBRARIES.length)], LocalDate.of(2020, 1, 1),
                random.nextInt(10) == 0 ? LocalDate.of(2027, 1, 1).plusDays(random.nextInt(20)) : null, 60 * random.nextInt(37));
    }

    private static List<PoolMember.Loan> loans(Random random) {
        List<PoolMember.Loan> loans = new ArrayList<>();
        Instant at = at(2026, 9, 1, 8, 0);
        for (int i = 0; i < random.nextInt(12); i++) {
            at = at.plus(Duration.ofHours(12L + random.nextInt(random.nextBoolean() ? 48 : 900)));
            Instant end = at.plus(Duration.ofHours(1L + random.nextInt(10)));
            loans.add(new PoolMember.Loan(at, end, 15 * random.nextInt(3), BRANCHES[random.nextInt(BRANCHES.length)]));
            at = end;
        }
        return loans;
    }

    /** In the form of the search row: minutes since Monday, joined. */
    private static int[] week(List<WeeklyHours> hours) {
        Instant zero = Instant.EPOCH;
        List<Period> joined = Periods.joined(hours.stream().map(one -> {
            long monday = (one.day().getValue() - 1) * 1440L;
            return new Period(zero.plusSeconds(60 * (monday + one.fromMinute())), zero.plusSeconds(60 * (monday + one.toMinute())));
        }).toList());
        return joined.stream().flatMapToInt(period -> java.util.stream.IntStream.of((int) (period.start().getEpochSecond() / 60),
                (int) (period.end().getEpochSecond() / 60))).toArray();
    }

    private static List<Instant> edges(List<AvailabilityOverride> overrides, boolean available) {
        List<Instant> edges = new ArrayList<>();
        Periods.joined(overrides.stream().filter(one -> one.available() == available).map(AvailabilityOverride::period).toList()).forEach(period -> {
            edges.add(period.start());
            edges.add(period.end());
        });
        return edges;
    }

    private static Instant at(int year, int month, int day, int hour, int minute) {
        return LocalDateTime.of(year, month, day, hour, minute).atZone(Zones.AMSTERDAM).toInstant();
    }

    private static UUID[] ids(int number) {
        UUID[] ids = new UUID[number];
        for (int i = 0; i < number; i++) {
            ids[i] = new UUID(99, i);
        }
        return ids;
    }
}
