package nl.vliegwiel.forum.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.forum.domain.Cleaned;
import nl.vliegwiel.forum.persistence.ExpertQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.time.Zones;

/** Who knows which theme: people offer themselves, moderators appoint. */
@UseCase
public class ExpertService {
    private static final String ENTITY = "tag_expert";
    private static final int MOST_TAGS = 30;

    @Inject
    private ExpertQueries experts;

    @Inject
    private ForumPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Somebody who knows a theme. @param mine the caller herself; @param mayEnd the caller may take it away */
    public record Expert(UUID id, String tag, UUID personId, String name, boolean mine, boolean mayEnd) {
    }

    /** A theme that is asked about now. @param experts who know it */
    public record Theme(String tag, int topics, int experts) {
    }

    /** By tag, then by name. */
    public List<Expert> all() {
        Actor who = actor.get();
        boolean moderator = policy.mayKeepCommon(who);
        return experts.all(today()).stream().map(row -> view(row, who, moderator)).toList();
    }

    /** Themes of the newest topics that the caller may read, most asked first. */
    public List<Theme> themes() {
        List<UUID> spaces = policy.spaces(actor.get()).stream().map(Space::id).toList();
        return experts.tags(spaces, MOST_TAGS).stream().map(row -> new Theme(row.tag(), row.topics(), row.experts())).toList();
    }

    /** Whether the caller appoints others. */
    public boolean mayAppoint() {
        return policy.mayKeepCommon(actor.get());
    }

    /**
     * From now on she is asked about this theme. A second time changes nothing.
     *
     * @param email of somebody else, by a moderator; null for the caller herself
     * @throws RuleViolation {@code expert.tag.wrong} or {@code expert.unknown}; Forbidden {@code space.notModerator}
     */
    public Expert add(String tag, String email) {
        Actor who = actor.get();
        String address = Cleaned.line(email);
        if (!address.isEmpty()) {
            policy.requireKeepCommon(who);
        }
        List<String> tags = Cleaned.tags(tag == null ? List.of() : List.of(tag));
        if (tags.isEmpty() || BsnGuard.find(tags.get(0)).isPresent()) {
            throw new RuleViolation(List.of(Violation.of("tag", "expert.tag.wrong")));
        }
        UUID person = address.isEmpty() ? who.personId() : experts.person(address, today())
            .orElseThrow(() -> new RuleViolation(List.of(Violation.of("email", "expert.unknown"))));
        Optional<ExpertQueries.Row> known = experts.find(tags.get(0), person);
        if (known.isEmpty()) {
            UUID id = Ids.next();
            experts.add(id, tags.get(0), person, who.personId(), clock.instant());
            audit.record(who, "appointed", ENTITY, id, null, Map.of("personId", person.toString()));
        }
        return view(experts.find(tags.get(0), person).orElseThrow(), who, policy.mayKeepCommon(who));
    }

    /**
     * She is asked no more.
     *
     * @throws NotFound {@code expert.notFound}; Forbidden {@code space.notModerator} for somebody else
     */
    public void remove(UUID id) {
        Actor who = actor.get();
        ExpertQueries.Row row = experts.find(id).orElseThrow(() -> new NotFound("expert.notFound"));
        if (!who.is(row.personId())) {
            policy.requireKeepCommon(who);
        }
        experts.remove(id);
        audit.record(who, "ended", ENTITY, id, null, Map.of("personId", row.personId().toString()));
    }

    private static Expert view(ExpertQueries.Row row, Actor who, boolean moderator) {
        boolean mine = who.is(row.personId());
        return new Expert(row.id(), row.tag(), row.personId(), row.name(), mine, mine || moderator);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Zones.AMSTERDAM));
    }
}
