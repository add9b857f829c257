package nl.vliegwiel.person.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.privacy.PersonalData;
import nl.vliegwiel.platform.privacy.RetentionRule;
import nl.vliegwiel.platform.privacy.RetentionStore;
import nl.vliegwiel.platform.privacy.RetentionStore.Choice;
import nl.vliegwiel.platform.privacy.RetentionStore.Kept;
import nl.vliegwiel.platform.privacy.RetentionStore.Run;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.time.Zones;

/** R18: what is kept about somebody and until when, and for administrators how the clock ran. */
@UseCase
public class RetentionService implements PersonalData {
    private static final int RUNS = 100;

    @Inject
    private RetentionStore store;

    @Inject
    private RetentionPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    /**
     * One kind of record about the reader.
     *
     * @param months after the event
     * @param firstUntil until when the first is kept; null while the clock does not run
     * @param lastUntil until when the last is kept; null while the clock does not run
     */
    public record KeptLine(String kind, long records, int months, String event, RetentionRule.Action action, String source, Instant firstUntil, Instant lastUntil) {
    }

    /** What is kept about the reader, the longest first; kinds of which there is nothing are left out. */
    @OpenToAllStaff
    public List<KeptLine> mine() {
        return lines(actor.get().personId());
    }

    /** All rules that hold today. */
    @OpenToAllStaff
    public List<RetentionRule> rules() {
        return store.rules(LocalDate.now(clock.withZone(Zones.AMSTERDAM)));
    }

    /** @throws Forbidden {@code retention.runs.notYours} to all but administrators */
    public List<Run> runs() {
        policy.requireRuns(actor.get());
        return store.runs(RUNS);
    }

    /** Where a library that employs the reader, or where she worked, keeps shorter than the rules. */
    @OpenToAllStaff
    public List<Choice> shorter() {
        return store.choicesAbout(actor.get().personId(), LocalDate.now(clock.withZone(Zones.AMSTERDAM)));
    }

    @OpenToAllStaff
    public boolean mayReadRuns() {
        return policy.mayReadRuns(actor.get());
    }

    @Override
    @OpenToAllStaff
    public String section() {
        return "retention";
    }

    @Override
    @OpenToAllStaff
    public Object of(UUID personId) {
        return lines(personId);
    }

    private List<KeptLine> lines(UUID personId) {
        Map<String, Kept> kept = store.of(personId).stream().collect(Collectors.toMap(Kept::kind, Function.identity()));
        return rules().stream().filter(rule -> kept.containsKey(rule.kind()) && kept.get(rule.kind()).records() > 0).map(rule -> {
            Kept one = kept.get(rule.kind());
            return new KeptLine(rule.kind(), one.records(), rule.months(), rule.event(), rule.action(), rule.source(), until(one.first(), rule), until(one.last(), rule));
        }).toList();
    }

    /** Months of the calendar in the Netherlands, as the database counts them. */
    static Instant until(Instant event, RetentionRule rule) {
        return event == null ? null : ZonedDateTime.ofInstant(event, Zones.AMSTERDAM).plusMonths(rule.months()).toInstant();
    }
}
