package nl.vliegwiel.learning.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/**
 * The places of one cohort and the line before them (R17). Strictly first in, first out, within the spread rule: a place
 * goes to the first in the line whose group still has room, and to a newcomer only where nobody in the line could have it.
 * Every offer is backed by a place, so that a claim in time never fails for want of one.
 *
 * <p>Whoever uses it holds the lock on the cohort, and stores {@link #changes} afterwards.
 */
public final class WaitingLine {
    /**
     * By what a cohort gives its places.
     *
     * @param offersAtOnce most offers that stand open at a time
     * @param spreadMost most places for one group; null for no limit
     * @param employerDecides a place is definite only with the employer's consent
     * @param claim how long an offer stands
     * @param consent how long a place is kept for an employer's decision
     * @param startsAt offers and places kept end here at the latest
     */
    public record Rules(int capacity, int offersAtOnce, Integer spreadMost, boolean employerDecides, Duration claim, Duration consent, Instant startsAt) {
    }

    /**
     * Somebody in or before the cohort.
     *
     * @param group by which places are spread; empty for none
     * @param line order of arrival
     * @param until until when somebody has to answer; null where nobody has to
     */
    public record Entry(UUID id, UUID personId, String group, EnrolmentState state, int line, Instant until) {
        private Entry become(EnrolmentState next, Instant answerUntil) {
            return new Entry(id, personId, group, next, line, answerUntil);
        }

        private Entry at(int otherLine) {
            return new Entry(id, personId, group, state, otherLine, until);
        }
    }

    private final Map<UUID, Entry> entries = new HashMap<>();
    private final Map<UUID, Entry> before = new HashMap<>();
    private final boolean offering;
    private Rules rules;

    /**
     * @param live everybody who is in or before the cohort now
     * @param offering false once the cohort has begun: places that come free stay free
     */
    public WaitingLine(Rules rules, boolean offering, List<Entry> live) {
        this.rules = rules;
        this.offering = offering;
        live.forEach(entry -> {
            entries.put(entry.id(), entry);
            before.put(entry.id(), entry);
        });
    }

    /**
     * Somebody wants to take part.
     *
     * @param line of her arrival, higher than all others
     * @throws Conflict {@code enrolment.already}
     */
    public Entry enrol(UUID id, UUID personId, String group, int line, Instant now) {
        expire(now);
        if (entries.values().stream().anyMatch(entry -> entry.personId().equals(personId) && entry.state().isLive())) {
            throw new Conflict("enrolment.already");
        }
        put(new Entry(id, personId, group, EnrolmentState.WAITING, line, null));
        // Whoever stands before her was offered what there was; is there still a place for her group, it is hers
        if (seatFor(group) && waiting().stream().noneMatch(entry -> !entry.id().equals(id) && roomFor(entry.group()))) {
            put(seated(entries.get(id), now));
        }
        return entries.get(id);
    }

    /**
     * Somebody takes part no more, or does not want to.
     *
     * @throws Conflict {@code enrolment.state.notNow}
     */
    public void leave(UUID id, Instant now) {
        end(id, EnrolmentState.LEFT, now, entry -> entry.state().isLive());
    }

    /**
     * She takes the place that she is offered.
     *
     * @throws Conflict {@code enrolment.claim.late} after its window; {@code enrolment.state.notNow} when there is no offer
     */
    public Entry claim(UUID id, Instant now) {
        Entry entry = entries.get(id);
        if (entry == null || entry.state() != EnrolmentState.OFFERED) {
            throw new Conflict("enrolment.state.notNow");
        }
        if (!now.isBefore(entry.until())) {
            throw new Conflict("enrolment.claim.late");
        }
        expire(now);
        put(seated(entry, now));
        offer(now);
        return entries.get(id);
    }

    /** @throws Conflict {@code enrolment.state.notNow}, {@code enrolment.consent.late} */
    public Entry approve(UUID id, Instant now) {
        Entry entry = forEmployer(id, now);
        put(entry.become(EnrolmentState.ENROLLED, null));
        expire(now);
        return entries.get(id);
    }

    /** @throws Conflict {@code enrolment.state.notNow}, {@code enrolment.consent.late} */
    public void decline(UUID id, Instant now) {
        forEmployer(id, now);
        end(id, EnrolmentState.DECLINED, now, entry -> true);
    }

    private Entry forEmployer(UUID id, Instant now) {
        Entry entry = entries.get(id);
        if (entry == null || entry.state() != EnrolmentState.WAITING_FOR_EMPLOYER) {
            throw new Conflict("enrolment.state.notNow");
        }
        if (!now.isBefore(entry.until())) {
            throw new Conflict("enrolment.consent.late");
        }
        return entry;
    }

    /** What nobody answered in time lapses, and goes to the next. */
    public void expire(Instant now) {
        for (Entry entry : List.copyOf(entries.values())) {
            if (entry.state().isLive() && entry.until() != null && !now.isBefore(entry.until())) {
                put(entry.become(EnrolmentState.LAPSED, null));
            }
        }
        offer(now);
    }

    /**
     * Puts somebody elsewhere in the line.
     *
     * @param place from 1; behind the last is the last
     * @return where she stood
     * @throws Conflict {@code enrolment.state.notNow} when she does not wait
     */
    public int move(UUID id, int place, Instant now) {
        expire(now);
        List<Entry> order = new ArrayList<>(waiting());
        int from = order.indexOf(entries.get(id));
        if (from < 0) {
            throw new Conflict("enrolment.state.notNow");
        }
        List<Integer> lines = order.stream().map(Entry::line).toList();
        Entry moved = order.remove(from);
        order.add(Math.min(Math.max(place, 1) - 1, order.size()), moved);
        for (int i = 0; i < order.size(); i++) {
            put(order.get(i).at(lines.get(i)));
        }
        offer(now);
        return from + 1;
    }

    /**
     * Other rules from now on.
     *
     * @throws RuleViolation {@code cohort.capacity.taken} at {@code capacity} when more places are taken already
     */
    public void follow(Rules other, Instant now) {
        if (other.capacity() < taken()) {
            throw new RuleViolation(List.of(Violation.of("capacity", "cohort.capacity.taken", taken())));
        }
        rules = other;
        expire(now);
    }

    /** The cohort begins: who still waits or did not answer is not placed. */
    public void begin() {
        for (Entry entry : List.copyOf(entries.values())) {
            if (entry.state().isLive() && entry.state() != EnrolmentState.ENROLLED) {
                put(entry.become(EnrolmentState.NOT_PLACED, null));
            }
        }
    }

    private void end(UUID id, EnrolmentState state, Instant now, java.util.function.Predicate<Entry> may) {
        Entry entry = entries.get(id);
        if (entry == null || !may.test(entry)) {
            throw new Conflict("enrolment.state.notNow");
        }
        put(entry.become(state, null));
        expire(now);
    }

    private void offer(Instant now) {
        if (!offering || !now.isBefore(rules.startsAt())) {
            return;
        }
        for (Entry entry : waiting()) {
            if (taken() >= rules.capacity() || entries.values().stream().filter(one -> one.state() == EnrolmentState.OFFERED).count() >= rules.offersAtOnce()) {
                return;
            }
            if (roomFor(entry.group())) {
                put(entry.become(EnrolmentState.OFFERED, earlier(now.plus(rules.claim()))));
            }
        }
    }

    private Entry seated(Entry entry, Instant now) {
        return rules.employerDecides() ? entry.become(EnrolmentState.WAITING_FOR_EMPLOYER, earlier(now.plus(rules.consent())))
            : entry.become(EnrolmentState.ENROLLED, null);
    }

    private Instant earlier(Instant end) {
        return end.isBefore(rules.startsAt()) ? end : rules.startsAt();
    }

    private boolean seatFor(String group) {
        return offering && taken() < rules.capacity() && roomFor(group);
    }

    private boolean roomFor(String group) {
        return rules.spreadMost() == null
            || entries.values().stream().filter(entry -> entry.state().takesSeat() && entry.group().equals(group)).count() < rules.spreadMost();
    }

    private void put(Entry entry) {
        entries.put(entry.id(), entry);
    }

    /** Places that somebody has or is offered. */
    public int taken() {
        return (int) entries.values().stream().filter(entry -> entry.state().takesSeat()).count();
    }

    public boolean isFull() {
        return taken() >= rules.capacity();
    }

    /** Who waits, in the order in which they are served. */
    public List<Entry> waiting() {
        return entries.values().stream().filter(entry -> entry.state() == EnrolmentState.WAITING).sorted(Comparator.comparingInt(Entry::line)).toList();
    }

    /** What is different from before: places that come free first, newcomers among them. */
    public List<Entry> changes() {
        return entries.values().stream().filter(entry -> !entry.equals(before.get(entry.id())))
            .sorted(Comparator.comparing((Entry entry) -> entry.state().takesSeat()).thenComparingInt(Entry::line)).toList();
    }

    /** As she was before; null for a newcomer. */
    public Entry before(UUID id) {
        return before.get(id);
    }
}
