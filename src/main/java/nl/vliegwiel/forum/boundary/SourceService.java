package nl.vliegwiel.forum.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.vliegwiel.forum.domain.Cleaned;
import nl.vliegwiel.forum.persistence.AnswerQueries;
import nl.vliegwiel.forum.persistence.SourceQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/** The catalogue of what answers rest on; everybody reads it, moderators keep it. */
@UseCase
public class SourceService {
    private static final String ENTITY = "source";
    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_LINK = 500;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+");

    @Inject
    private SourceQueries sources;

    @Inject
    private AnswerQueries answers;

    @Inject
    private ForumPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** What a moderator says of a source. @param validUntil last day; null as long as no end is known */
    public record Details(String name, String link, LocalDate validFrom, LocalDate validUntil) {
    }

    /** By name. */
    @OpenToAllStaff
    public List<Source> all() {
        return sources.all(today()).stream().map(this::view).toList();
    }

    /** @throws NotFound {@code source.notFound} */
    @OpenToAllStaff
    public Source get(UUID id) {
        return sources.find(id, today()).map(this::view).orElseThrow(() -> new NotFound("source.notFound"));
    }

    /** Whether the caller keeps the catalogue. */
    public boolean mayKeep() {
        return policy.mayKeepCommon(actor.get());
    }

    /** @throws Forbidden {@code space.notModerator}; RuleViolation what is wrong with it */
    public Source add(Details details) {
        Actor who = actor.get();
        policy.requireKeepCommon(who);
        UUID id = Ids.next();
        Details right = right(details, id);
        if (!sources.add(id, right.name(), right.link(), right.validFrom(), right.validUntil(), clock.instant())) {
            throw new RuleViolation(List.of(Violation.of("name", "source.name.taken")));
        }
        audit.record(who, "added", ENTITY, id, null, detail(right));
        return get(id);
    }

    /**
     * Answers that rest on it are due by its new end from then on.
     *
     * @throws Forbidden {@code space.notModerator}; NotFound {@code source.notFound}; RuleViolation what is wrong with it
     * @throws StaleData {@code stale}
     */
    public Source change(UUID id, int seenVersion, Details details) {
        Actor who = actor.get();
        policy.requireKeepCommon(who);
        get(id);
        Details right = right(details, id);
        if (!sources.change(id, seenVersion, right.name(), right.link(), right.validFrom(), right.validUntil(), clock.instant())) {
            throw new StaleData("stale");
        }
        answers.age(sources.answers(id));
        audit.record(who, "changed", ENTITY, id, null, detail(right));
        return get(id);
    }

    private Details right(Details typed, UUID id) {
        List<Violation> faults = new ArrayList<>();
        String name = Cleaned.line(typed.name());
        String link = Cleaned.line(typed.link());
        if (Cleaned.length(name) < SHORTEST_NAME || Cleaned.length(name) > LONGEST_NAME) {
            faults.add(Violation.of("name", "source.name.wrong", SHORTEST_NAME, LONGEST_NAME));
        } else if (sources.named(name, id)) {
            faults.add(Violation.of("name", "source.name.taken"));
        }
        if (!LINK.matcher(link).matches() || link.length() > LONGEST_LINK) {
            faults.add(Violation.of("link", "source.link.wrong"));
        }
        if (typed.validFrom() == null || outside(typed.validFrom())) {
            faults.add(Violation.of("validFrom", "source.from.wrong"));
        } else if (typed.validUntil() != null && (outside(typed.validUntil()) || typed.validUntil().isBefore(typed.validFrom()))) {
            faults.add(Violation.of("validUntil", "source.until.wrong"));
        }
        RuleViolation.throwIfAny(faults);
        return new Details(name, link, typed.validFrom(), typed.validUntil());
    }

    private static boolean outside(LocalDate day) {
        return day.getYear() < 1800 || day.getYear() > 2200;
    }

    private static Map<String, ?> detail(Details right) {
        return Map.of("validFrom", right.validFrom().toString(), "validUntil", String.valueOf(right.validUntil()));
    }

    private Source view(SourceQueries.Row row) {
        return new Source(row.id(), row.version(), row.name(), row.link(), row.validFrom(), row.validUntil(), row.answers(), row.due(),
            row.validUntil() != null && row.validUntil().isBefore(today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Zones.AMSTERDAM));
    }
}
