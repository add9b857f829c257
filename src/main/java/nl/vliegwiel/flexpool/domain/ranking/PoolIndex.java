package nl.vliegwiel.flexpool.domain.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeCheck;
import nl.vliegwiel.organisation.TravelTime;

/**
 * All members of the pool, found by bitmaps: one bit per member for each skill and level, each square of land within
 * her reach, and each hour of the week that her pattern covers. Bitmaps leave a few who may fit; every one of these is
 * then held against the exact filters. Gives the same names in the same order as asking {@link WhyNot} of everybody
 * and {@link Scoring#rank ranking} who passes. Safe for use by several threads.
 */
public final class PoolIndex {
    private static final int SQUARE = 20_000;
    private static final int LEVELS = 4;
    private static final int HOURS = 7 * 24;
    /** Name of the filters and of the way the score is reckoned; another one whenever either changes. */
    public static final String RULES = "ranking-1";

    private static final int SLOT_BITS = 20;
    private static final int TIE_BITS = 24;
    private static final int TRAVEL_BITS = 9;
    private static final int SKILLS = 1 << FilterRule.SKILL_MISSING.ordinal() | 1 << FilterRule.SKILL_LEVEL.ordinal()
            | 1 << FilterRule.CERTIFICATE_EXPIRED.ordinal();

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<UUID, Integer> slots = new HashMap<>();
    private final List<PoolMember> members = new ArrayList<>();
    private final BitSet participants = new BitSet();
    private final BitSet withExtraTime = new BitSet();
    private final Map<Integer, BitSet> bySkill = new HashMap<>();
    private final Map<Integer, BitSet> bySquare = new HashMap<>();
    private final BitSet[] byHour = new BitSet[HOURS];

    /**
     * Somebody on the list.
     *
     * @param score its reference is the person's place among equals, not for other eyes
     */
    public record Ranked(PoolMember member, Score score) {
    }

    /** Settings of the check of working time: its rules, and minutes one way between a branch and the place of the shift. */
    public record Work(WorkingTimeCheck check, ToIntFunction<UUID> travel) {
    }

    public PoolIndex() {
        Arrays.setAll(byHour, hour -> new BitSet());
    }

    /** Adds members, or puts the newer in the place of the older. */
    public void put(Collection<PoolMember> changed) {
        if (changed.isEmpty()) {
            return;
        }
        lock.writeLock().lock();
        try {
            for (PoolMember member : changed) {
                Integer known = slots.putIfAbsent(member.personId(), members.size());
                if (known == null) {
                    members.add(member);
                    mark(member, members.size() - 1, true);
                } else {
                    mark(members.get(known), known, false);
                    members.set(known, member);
                    mark(member, known, true);
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Forgets everybody. */
    public void clear() {
        lock.writeLock().lock();
        try {
            slots.clear();
            members.clear();
            participants.clear();
            withExtraTime.clear();
            bySkill.clear();
            bySquare.clear();
            Arrays.stream(byHour).forEach(BitSet::clear);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public int size() {
        lock.readLock().lock();
        try {
            return members.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    public Optional<PoolMember> member(UUID personId) {
        lock.readLock().lock();
        try {
            return Optional.ofNullable(slots.get(personId)).map(members::get);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void mark(PoolMember member, int slot, boolean on) {
        participants.set(slot, on && member.participating());
        if (!member.participating()) {
            return;
        }
        withExtraTime.set(slot, on && member.hasExtraTime());
        for (PoolMember.Held held : member.skills()) {
            for (int level = 1; level <= held.level(); level++) {
                bySkill.computeIfAbsent(held.skillId() * LEVELS + level - 1, key -> new BitSet()).set(slot, on);
            }
        }
        int reach = TravelTime.metresWithin(member.travelLimit());
        for (int column = Math.floorDiv(member.x() - reach, SQUARE); column <= Math.floorDiv(member.x() + reach, SQUARE); column++) {
            for (int row = Math.floorDiv(member.y() - reach, SQUARE); row <= Math.floorDiv(member.y() + reach, SQUARE); row++) {
                if (touches(member, reach + 1, column, row)) {
                    bySquare.computeIfAbsent(square(column, row), key -> new BitSet()).set(slot, on);
                }
            }
        }
        int[] week = member.week();
        for (int i = 0; i < week.length; i += 2) {
            for (int hour = (week[i] + 59) / 60; hour < week[i + 1] / 60; hour++) {
                byHour[hour].set(slot, on);
            }
        }
    }

    private static boolean touches(PoolMember member, int reach, int column, int row) {
        double dx = Math.max(0, Math.max(column * SQUARE - member.x(), member.x() - (column + 1) * SQUARE));
        double dy = Math.max(0, Math.max(row * SQUARE - member.y(), member.y() - (row + 1) * SQUARE));
        return dx * dx + dy * dy <= (double) reach * reach;
    }

    private static int square(int column, int row) {
        return column * 10_000 + row;
    }

    /**
     * The best members for a shift, best first.
     *
     * @param most how many at most
     * @param after only those who come after this person; null for the first
     * @return who passes every hard filter (see {@link FilterRule})
     */
    public List<Ranked> rank(ShiftDemand demand, Weights weights, Work work, int most, UUID after) {
        return rank(demand, weights, work, most, after, person -> true);
    }

    /** The same, of those people only whom the caller still wants; asked of a few, and before what is costly. */
    public List<Ranked> rank(ShiftDemand demand, Weights weights, Work work, int most, UUID after, Predicate<UUID> wanted) {
        ShiftTimes times = new ShiftTimes(demand);
        lock.readLock().lock();
        try {
            long[] keys = new long[64];
            int size = 0;
            long from = Long.MIN_VALUE;
            BitSet maybe = maybe(times);
            for (int slot = maybe.nextSetBit(0); slot >= 0; slot = maybe.nextSetBit(slot + 1)) {
                PoolMember member = members.get(slot);
                if (passesAllButWorkingTime(member, times)) {
                    keys = size == keys.length ? Arrays.copyOf(keys, 2 * size) : keys;
                    keys[size++] = key(member, times, weights, slot);
                }
            }
            Integer last = after == null ? null : slots.get(after);
            if (last != null) {
                from = key(members.get(last), times, weights, last);
            }
            Arrays.sort(keys, 0, size);
            return checked(times, weights, work, most, Arrays.copyOf(keys, size), from, wanted);
        } finally {
            lock.readLock().unlock();
        }
    }

    private List<Ranked> checked(ShiftTimes times, Weights weights, Work work, int most, long[] keys, long from, Predicate<UUID> wanted) {
        Clear clear = new Clear(times, work);
        List<Ranked> best = new ArrayList<>();
        for (int i = 0; i < keys.length && best.size() < most; i++) {
            PoolMember member = members.get((int) (keys[i] & ((1 << SLOT_BITS) - 1)));
            if (keys[i] > from && wanted.test(member.personId()) && clear.of(member)) {
                best.add(new Ranked(member, Scoring.score(member.candidate(times, ref(member, times)), weights)));
            }
        }
        return best;
    }

    /** Members who may pass: a superset of those who do. */
    private BitSet maybe(ShiftTimes times) {
        ShiftDemand demand = times.demand;
        BitSet found = (BitSet) bySquare.getOrDefault(square(Math.floorDiv(demand.x(), SQUARE), Math.floorDiv(demand.y(), SQUARE)), new BitSet()).clone();
        for (ShiftDemand.Skill skill : demand.skills()) {
            if (skill.required() && skill.level() > 0) {
                found.and(bySkill.getOrDefault(skill.id() * LEVELS + skill.level() - 1, new BitSet()));
            }
        }
        found.and(participants);
        BitSet free = null;
        for (int i = 0; i < times.wall.length; i += 2) {
            for (int hour = (times.wall[i] + 59) / 60; hour < times.wall[i + 1] / 60; hour++) {
                if (free == null) {
                    free = (BitSet) byHour[hour].clone();
                } else {
                    free.and(byHour[hour]);
                }
            }
        }
        if (free != null) {
            free.or(withExtraTime);
            found.and(free);
        }
        return found;
    }

    private static boolean passesAllButWorkingTime(PoolMember member, ShiftTimes times) {
        ShiftDemand demand = times.demand;
        return member.participating() && member.isReached(times) && member.hasSkills(demand.skills())
                && member.hasValidCertificates(demand.skills(), times.lastDay)
                && TravelTime.minutes(member.metresTo(demand)) <= member.travelLimit()
                && member.isFree(times) && !member.isBound(times)
                && member.minutesLeft(times) >= demand.minutes();
    }

    /** Sorts as {@link Score} does: total, way, place among equals; and carries the slot. */
    private static long key(PoolMember member, ShiftTimes times, Weights weights, int slot) {
        ShiftDemand demand = times.demand;
        int fit = 0;
        for (ShiftDemand.Skill skill : demand.skills()) {
            fit += Scoring.fit(member.level(skill.id()), skill.level());
        }
        int travel = TravelBand.minutes(member.metresTo(demand));
        int total = Scoring.total(fit, demand.skills().size(), travel, member.minutesLeft(times), demand.minutes(), member.recentLoans(times),
                member.timesAtBranch(times), weights);
        long key = 1000 - total;
        key = (key << TRAVEL_BITS) | Math.min(travel, (1 << TRAVEL_BITS) - 1);
        key = (key << TIE_BITS) | (tie(member, times) >>> (Long.SIZE - TIE_BITS));
        return (key << SLOT_BITS) | slot;
    }

    /** Equal candidates stand in an order that differs per request, so that nobody is always last. */
    private static long tie(PoolMember member, ShiftTimes times) {
        UUID request = times.demand.requestId();
        UUID person = member.personId();
        long mixed = request.getMostSignificantBits() * 31 + request.getLeastSignificantBits();
        mixed = mixed * 31 + person.getMostSignificantBits();
        mixed = mixed * 31 + person.getLeastSignificantBits();
        // Finalizer of SplitMix64
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private static String ref(PoolMember member, ShiftTimes times) {
        String tie = Long.toHexString(tie(member, times));
        return "0".repeat(16 - tie.length()) + tie + member.personId();
    }

    /** The rules that a member fails, with their figures; empty when she is on the list. */
    public static List<FailedRule> whyNot(PoolMember member, ShiftDemand demand, Work work) {
        ShiftTimes times = new ShiftTimes(demand);
        return WhyNot.all(member.eligibility(times, member.findings(times, work.check(), work.travel())));
    }

    /** The score and its reasons, also of somebody who does not pass. */
    public static Score score(PoolMember member, ShiftDemand demand, Weights weights) {
        ShiftTimes times = new ShiftTimes(demand);
        return Scoring.score(member.candidate(times, ref(member, times)), weights);
    }

    /** How many are left after each filter, and what one change would add. */
    public Funnel funnel(ShiftDemand demand, Work work) {
        ShiftTimes times = new ShiftTimes(demand);
        List<ShiftDemand.Skill> required = demand.skills().stream().filter(ShiftDemand.Skill::required).toList();
        Map<FilterRule, Integer> first = new EnumMap<>(FilterRule.class);
        int[] bySkillGain = new int[required.size()];
        int ownPeople = 0;
        int widerCircles = 0;
        int fartherWay = 0;
        int otherTime = 0;
        int fits = 0;
        lock.readLock().lock();
        try {
            Clear clear = new Clear(times, work);
            for (PoolMember member : members) {
                if (!member.isEmployed(times)) {
                    continue;
                }
                int failing = failing(member, times);
                if (failing == 0 && !clear.of(member)) {
                    failing = 1 << FilterRule.WORKING_TIME.ordinal();
                }
                if (failing == 0) {
                    fits++;
                    continue;
                }
                first.merge(FilterRule.values()[Integer.numberOfTrailingZeros(failing)], 1, Integer::sum);
                if ((failing & ~SKILLS) == 0) {
                    int only = onlyFailingSkill(member, required, times);
                    if (only >= 0 && clear.of(member)) {
                        bySkillGain[only]++;
                    }
                } else if (failing == 1 << FilterRule.OUTSIDE_CIRCLES.ordinal() && clear.of(member)) {
                    if (member.worksAt(times)) {
                        ownPeople++;
                    } else {
                        widerCircles++;
                    }
                } else if (failing == 1 << FilterRule.TOO_FAR.ordinal() && clear.of(member)
                        && TravelTime.minutes(member.metresTo(demand)) <= member.travelLimit() + Funnel.FARTHER_MINUTES) {
                    fartherWay++;
                } else if (failing == 1 << FilterRule.NOT_FREE.ordinal() && clear.of(member)) {
                    otherTime++;
                }
            }
            return Funnel.of(first, fits, required, bySkillGain, ownPeople, widerCircles, fartherWay, otherTime);
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * One bit per rule that fails, working time aside; asks no further once two rules fail that no single change of
     * the request would help over.
     */
    private static int failing(PoolMember member, ShiftTimes times) {
        ShiftDemand demand = times.demand;
        int failing = bit(FilterRule.NOT_PARTICIPATING, !member.participating()) | bit(FilterRule.OUTSIDE_CIRCLES, !member.isReached(times));
        for (ShiftDemand.Skill skill : demand.skills()) {
            if (skill.required()) {
                int level = member.level(skill.id());
                failing |= bit(level == 0 ? FilterRule.SKILL_MISSING : FilterRule.SKILL_LEVEL, level < skill.level());
            }
        }
        failing |= bit(FilterRule.CERTIFICATE_EXPIRED, !member.hasValidCertificates(demand.skills(), times.lastDay));
        if (isHopeless(failing)) {
            return failing;
        }
        failing |= bit(FilterRule.TOO_FAR, TravelTime.minutes(member.metresTo(demand)) > member.travelLimit());
        if (isHopeless(failing)) {
            return failing;
        }
        return failing | bit(FilterRule.NOT_FREE, !member.isFree(times)) | bit(FilterRule.BOUND, member.isBound(times))
                | bit(FilterRule.HOURS_LEFT, member.minutesLeft(times) < demand.minutes());
    }

    private static boolean isHopeless(int failing) {
        return Integer.bitCount(failing & ~SKILLS) + ((failing & SKILLS) == 0 ? 0 : 1) > 1;
    }

    private static int bit(FilterRule rule, boolean fails) {
        return fails ? 1 << rule.ordinal() : 0;
    }

    private static int onlyFailingSkill(PoolMember member, List<ShiftDemand.Skill> required, ShiftTimes times) {
        int only = -1;
        for (int i = 0; i < required.size(); i++) {
            List<ShiftDemand.Skill> one = required.subList(i, i + 1);
            if (!member.hasSkills(one) || !member.hasValidCertificates(one, times.lastDay)) {
                if (only >= 0) {
                    return -1;
                }
                only = i;
            }
        }
        return only;
    }

    /** Asks the working-time check; for who has no other work around the shift, once per length of contract. */
    private static final class Clear {
        private final ShiftTimes times;
        private final Work work;
        private final Map<Long, Boolean> withoutOtherWork = new HashMap<>();

        Clear(ShiftTimes times, Work work) {
            this.times = times;
            this.work = work;
        }

        boolean of(PoolMember member) {
            if (member.hasWorkAround(times)) {
                return ask(member);
            }
            long alike = member.contractMinutes(times) * 2L + (member.worksAt(times) ? 1 : 0);
            return withoutOtherWork.computeIfAbsent(alike, key -> ask(member));
        }

        private boolean ask(PoolMember member) {
            return member.findings(times, work.check(), work.travel()).stream().noneMatch(Finding::isHard);
        }
    }
}
