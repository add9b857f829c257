package nl.vliegwiel.learning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.vliegwiel.learning.domain.WaitingLine.Entry;
import nl.vliegwiel.learning.domain.WaitingLine.Rules;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.junit.jupiter.api.Test;

/** R17: first in, first out within the spread rule; no place twice, nobody lost, and one place promotes one. */
class WaitingLineTest {
    private static final Instant MORNING = Instant.parse("2027-01-04T08:00:00Z");
    private static final Instant START = Instant.parse("2027-04-10T07:00:00Z");
    private static final Duration TWO_DAYS = Duration.ofHours(48);
    private static final Duration WEEK = Duration.ofDays(7);

    private static Rules rules(int capacity) {
        return new Rules(capacity, 5, null, false, TWO_DAYS, WEEK, START);
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }

    private static WaitingLine filled(Rules rules, int people) {
        WaitingLine line = new WaitingLine(rules, true, List.of());
        for (int i = 1; i <= people; i++) {
            line.enrol(id(i), id(i), "", i, MORNING);
        }
        return line;
    }

    private static EnrolmentState state(WaitingLine line, int person) {
        return line.changes().stream().filter(entry -> entry.id().equals(id(person))).findFirst().map(Entry::state).orElse(null);
    }

    @Test
    void whoComesWhenThereIsAPlaceHasItAndWhoComesLaterWaitsInOrder() {
        WaitingLine line = filled(rules(2), 4);

        assertThat(List.of(state(line, 1), state(line, 2), state(line, 3))).containsExactly(EnrolmentState.ENROLLED, EnrolmentState.ENROLLED, EnrolmentState.WAITING);
        assertThat(line.waiting()).extracting(Entry::id).containsExactly(id(3), id(4));
    }

    @Test
    void aPlaceIsKeptUntilTheEmployerHasDecidedAndGoesOnAfterANo() {
        WaitingLine line = filled(new Rules(1, 5, null, true, TWO_DAYS, WEEK, START), 2);

        assertThat(state(line, 1)).isEqualTo(EnrolmentState.WAITING_FOR_EMPLOYER);
        line.decline(id(1), MORNING.plusSeconds(60));
        assertThat(state(line, 1)).isEqualTo(EnrolmentState.DECLINED);
        assertThat(state(line, 2)).isEqualTo(EnrolmentState.OFFERED);
        assertThat(line.claim(id(2), MORNING.plusSeconds(120)).state()).isEqualTo(EnrolmentState.WAITING_FOR_EMPLOYER);
        assertThat(line.approve(id(2), MORNING.plusSeconds(180)).state()).isEqualTo(EnrolmentState.ENROLLED);
    }

    @Test
    void leavingPromotesExactlyOne() {
        WaitingLine line = filled(rules(3), 8);
        line.leave(id(2), MORNING);

        assertThat(state(line, 4)).isEqualTo(EnrolmentState.OFFERED);
        assertThat(line.waiting()).hasSize(4);
    }

    @Test
    void aClaimAfterItsWindowIsRefusedAndThePlaceGoesToTheNext() {
        WaitingLine line = filled(rules(1), 3);
        line.leave(id(1), MORNING);
        Instant late = MORNING.plus(TWO_DAYS);

        assertThatThrownBy(() -> line.claim(id(2), late)).isInstanceOfSatisfying(Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("enrolment.claim.late"));
        line.expire(late);
        assertThat(state(line, 2)).isEqualTo(EnrolmentState.LAPSED);
        assertThat(state(line, 3)).isEqualTo(EnrolmentState.OFFERED);
    }

    @Test
    void aGroupThatHasItsShareWaitsWhileOthersPass() {
        WaitingLine line = new WaitingLine(new Rules(3, 5, 1, false, TWO_DAYS, WEEK, START), true, List.of());
        line.enrol(id(1), id(1), "Drenthe", 1, MORNING);
        line.enrol(id(2), id(2), "Drenthe", 2, MORNING);
        line.enrol(id(3), id(3), "Zeeland", 3, MORNING);

        assertThat(List.of(state(line, 1), state(line, 2), state(line, 3))).containsExactly(EnrolmentState.ENROLLED, EnrolmentState.WAITING, EnrolmentState.ENROLLED);
        line.leave(id(1), MORNING);
        assertThat(state(line, 2)).isEqualTo(EnrolmentState.OFFERED);
    }

    @Test
    void noMorePlacesThanAreTakenAndMoreAreOfferedSoManyAtOnce() {
        WaitingLine line = filled(rules(3), 12);

        assertThatThrownBy(() -> line.follow(rules(2), MORNING)).isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.key()).isEqualTo("cohort.capacity.taken"));
        line.follow(rules(12), MORNING);
        assertThat(line.changes().stream().filter(entry -> entry.state() == EnrolmentState.OFFERED)).hasSize(5);
        line.claim(id(4), MORNING);
        assertThat(state(line, 9)).isEqualTo(EnrolmentState.OFFERED);
    }

    @Test
    void whoIsPutElsewhereChangesPlacesWithNobodyElse() {
        WaitingLine line = filled(rules(1), 5);

        assertThat(line.move(id(5), 1, MORNING)).isEqualTo(4);
        assertThat(line.waiting()).extracting(Entry::id).containsExactly(id(5), id(2), id(3), id(4));
        assertThat(line.waiting()).extracting(Entry::line).containsExactly(2, 3, 4, 5);
    }

    @Test
    void whoStillWaitsWhenItBeginsIsNotPlaced() {
        WaitingLine line = filled(rules(1), 3);
        line.leave(id(1), MORNING);
        line.begin();

        assertThat(List.of(state(line, 2), state(line, 3))).containsOnly(EnrolmentState.NOT_PLACED);
    }

    @Test
    void nobodyEnrolsTwice() {
        WaitingLine line = filled(rules(1), 2);
        assertThatThrownBy(() -> line.enrol(id(9), id(2), "", 3, MORNING)).isInstanceOfSatisfying(Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("enrolment.already"));
    }

    /** What a person with a pencil would do: a list of names, a column with what became of each, and a clock. */
    private static final class Pencil {
        private final Map<Integer, EnrolmentState> became = new LinkedHashMap<>();
        private final Map<Integer, Instant> until = new HashMap<>();
        private final List<Integer> queue = new ArrayList<>();
        private final boolean employer;
        private final Integer most;
        private final int offers;
        private int capacity;

        Pencil(int capacity, int offers, Integer most, boolean employer) {
            this.capacity = capacity;
            this.offers = offers;
            this.most = most;
            this.employer = employer;
        }

        private static int group(int person) {
            return person % 3;
        }

        private long seats(Integer group) {
            return became.entrySet().stream().filter(one -> one.getValue().takesSeat() && (group == null || group(one.getKey()) == group)).count();
        }

        private boolean fits(int person) {
            return seats(null) < capacity && (most == null || seats(group(person)) < most);
        }

        void hand(Instant now) {
            became.replaceAll((person, state) -> state.isLive() && until.containsKey(person) && !now.isBefore(until.get(person)) ? EnrolmentState.LAPSED : state);
            until.keySet().removeIf(person -> became.get(person) == EnrolmentState.LAPSED);
            for (int person : List.copyOf(queue)) {
                long open = became.values().stream().filter(state -> state == EnrolmentState.OFFERED).count();
                if (now.isBefore(START) && open < offers && fits(person)) {
                    queue.remove((Integer) person);
                    became.put(person, EnrolmentState.OFFERED);
                    until.put(person, min(now.plus(TWO_DAYS)));
                }
            }
        }

        private static Instant min(Instant end) {
            return end.isBefore(START) ? end : START;
        }

        void seat(int person, Instant now) {
            became.put(person, employer ? EnrolmentState.WAITING_FOR_EMPLOYER : EnrolmentState.ENROLLED);
            until.remove(person);
            if (employer) {
                until.put(person, min(now.plus(WEEK)));
            }
        }

        void enrol(int person, Instant now) {
            hand(now);
            if (fits(person) && queue.stream().noneMatch(this::fits)) {
                seat(person, now);
            } else {
                became.put(person, EnrolmentState.WAITING);
                queue.add(person);
            }
        }

        void end(int person, EnrolmentState state, Instant now) {
            queue.remove((Integer) person);
            until.remove(person);
            became.put(person, state);
            hand(now);
        }
    }

    @Property(tries = 400)
    void whateverHappensTheLineDoesWhatAPersonWithAPencilWouldDo(@ForAll @IntRange(min = 1, max = 6) int capacity, @ForAll @IntRange(min = 1, max = 3) int offers,
            @ForAll @IntRange(max = 3) int spread, @ForAll boolean employer, @ForAll @Size(max = 60) List<@IntRange(max = 9999) Integer> deeds) {
        Integer most = spread == 0 ? null : spread;
        Pencil pencil = new Pencil(capacity, offers, most, employer);
        Map<UUID, Entry> kept = new HashMap<>();
        Rules rules = new Rules(capacity, offers, most, employer, TWO_DAYS, WEEK, START);
        Instant now = MORNING;
        int arrivals = 0;
        for (int deed : deeds) {
            now = now.plus(Duration.ofHours(deed % 13));
            int who = deed / 8 % 20 + 1;
            int known = arrivals == 0 ? 0 : deed / 8 % arrivals + 1;
            // As in the database: only who is in or before the cohort is read again for each deed
            WaitingLine line = new WaitingLine(rules, true, kept.values().stream().filter(entry -> entry.state().isLive()).toList());
            EnrolmentState state = pencil.became.get(known);
            boolean late = known > 0 && pencil.until.containsKey(known) && !now.isBefore(pencil.until.get(known));
            switch (deed % 8) {
                case 0, 1, 2 -> {
                    arrivals++;
                    pencil.enrol(arrivals, now);
                    line.enrol(id(arrivals), id(arrivals), String.valueOf(Pencil.group(arrivals)), arrivals, now);
                }
                case 3 -> {
                    if (state != null && state.isLive()) {
                        pencil.end(known, EnrolmentState.LEFT, now);
                        line.leave(id(known), now);
                    }
                }
                case 4 -> {
                    if (state == EnrolmentState.OFFERED && !late) {
                        pencil.hand(now);
                        pencil.seat(known, now);
                        pencil.hand(now);
                        line.claim(id(known), now);
                    } else {
                        refused(line, known, now);
                    }
                }
                case 5 -> {
                    if (state == EnrolmentState.WAITING_FOR_EMPLOYER && !late) {
                        pencil.became.put(known, deed % 3 == 0 ? EnrolmentState.ENROLLED : EnrolmentState.DECLINED);
                        pencil.until.remove(known);
                        pencil.hand(now);
                        if (deed % 3 == 0) {
                            line.approve(id(known), now);
                        } else {
                            line.decline(id(known), now);
                        }
                    }
                }
                case 6 -> {
                    pencil.hand(now);
                    line.expire(now);
                    if (!pencil.queue.isEmpty()) {
                        int moved = pencil.queue.remove(who % pencil.queue.size());
                        int to = Math.min(deed % 4, pencil.queue.size());
                        pencil.queue.add(to, moved);
                        pencil.hand(now);
                        line.move(id(moved), to + 1, now);
                    }
                }
                default -> {
                    pencil.hand(now);
                    line.expire(now);
                    int other = (int) Math.max(pencil.seats(null), deed % 7 + 1);
                    pencil.capacity = other;
                    pencil.hand(now);
                    rules = new Rules(other, offers, most, employer, TWO_DAYS, WEEK, START);
                    line.follow(rules, now);
                }
            }
            line.changes().forEach(entry -> kept.put(entry.id(), entry));
            Map<Integer, EnrolmentState> found = new LinkedHashMap<>();
            kept.values().forEach(entry -> found.put((int) entry.id().getLeastSignificantBits(), entry.state()));
            assertThat(found).as("what became of each").isEqualTo(pencil.became);
            assertThat(line.waiting()).as("the order of the line").extracting(entry -> (int) entry.id().getLeastSignificantBits()).isEqualTo(pencil.queue);
            assertThat(line.taken()).as("places").isLessThanOrEqualTo(pencil.capacity);
            assertThat(kept.values().stream().map(Entry::line).distinct()).as("numbers in the line").hasSize(kept.size());
        }
    }

    private static void refused(WaitingLine line, int person, Instant now) {
        assertThatThrownBy(() -> line.claim(id(person), now)).isInstanceOf(Conflict.class);
    }
}
