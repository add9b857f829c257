package nl.vliegwiel.learning.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.learning.domain.Programme;
import nl.vliegwiel.learning.persistence.ProgrammeQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;

/** What is learned: read by all, written by facilitators of the organisation that offers it. */
@UseCase
public class ProgrammeService {
    private static final String ENTITY = "learning-programme";
    private static final int SHORTEST_TITLE = 3;
    private static final int LONGEST_TITLE = 120;
    private static final int SHORTEST_GOALS = 10;
    private static final int LONGEST_GOALS = 4000;
    private static final int HIGHEST_LEVEL = 4;
    private static final int ALL = 100;

    @Inject
    private ProgrammeQueries programmes;

    @Inject
    private LearningPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * What a facilitator says of a programme.
     *
     * @param organiserId who offers it; stays as it was made
     * @param skillId public id of the skill that its certificate shows; null for none
     * @param skillLevel on which level, 1 to 4; null without a skill
     * @param minAttendance percentage of the sessions asked for a certificate, 0 to 100
     */
    public record Text(UUID organiserId, String title, String goals, UUID skillId, Integer skillLevel, Integer minAttendance) {
        public Text {
            title = title == null ? "" : title.strip();
            goals = goals == null ? "" : goals.strip();
        }
    }

    @OpenToAllStaff
    public List<Programme> list(UUID after, int limit) {
        return programmes.list(after, limit);
    }

    /** @throws NotFound {@code programme.notFound} */
    @OpenToAllStaff
    public Programme get(UUID id) {
        return programmes.find(id).orElseThrow(() -> new NotFound("programme.notFound"));
    }

    /** As {@link #get}, for who may change it. @throws Forbidden {@code learning.notFacilitator} */
    public Programme edit(UUID id) {
        Programme programme = get(id);
        policy.requireMake(actor.get(), programme.organiserId());
        return programme;
    }

    /** Programmes of the organisations where the caller guides; what she can make a cohort of. */
    public List<Programme> own() {
        Actor who = actor.get();
        policy.requireMake(who);
        return programmes.list(null, ALL).stream().filter(row -> who.has(Role.FACILITATOR, row.organiserId())).toList();
    }

    /** Organisations for which the caller can offer a programme. */
    public List<Programme.Organiser> organisers() {
        Actor who = actor.get();
        policy.requireMake(who);
        return programmes.organisers(who.organisationsWhere(Role.FACILITATOR));
    }

    /** Skills that a certificate can show. */
    @OpenToAllStaff
    public List<Programme.SkillName> skills() {
        return programmes.skills();
    }

    /** @throws RuleViolation what is wrong, at the fields */
    public Programme add(Text text) {
        Actor who = actor.get();
        policy.requireMake(who);
        check(text);
        policy.requireMake(who, text.organiserId());
        UUID id = Ids.next();
        programmes.add(id, text.organiserId(), text.title(), text.goals(), text.skillId(), text.skillLevel(), text.minAttendance(), who.personId(), clock.instant());
        audit.record(who, "created", ENTITY, id, text.organiserId(), Map.of());
        return get(id);
    }

    /**
     * @throws RuleViolation what is wrong, at the fields
     * @throws StaleData {@code stale}
     */
    public Programme change(UUID id, int seenVersion, Text text) {
        Actor who = actor.get();
        Programme row = get(id);
        policy.requireMake(who, row.organiserId());
        check(new Text(row.organiserId(), text.title(), text.goals(), text.skillId(), text.skillLevel(), text.minAttendance()));
        if (!programmes.change(id, seenVersion, text.title(), text.goals(), text.skillId(), text.skillLevel(), text.minAttendance(), clock.instant())) {
            throw new StaleData("stale");
        }
        audit.record(who, "changed", ENTITY, id, row.organiserId(), Map.of());
        return get(id);
    }

    private void check(Text text) {
        List<Violation> faults = new ArrayList<>();
        if (text.organiserId() == null) {
            faults.add(Violation.of("organiserId", "programme.organiser.missing"));
        }
        if (text.title().length() < SHORTEST_TITLE || text.title().length() > LONGEST_TITLE || text.title().chars().anyMatch(Character::isISOControl)) {
            faults.add(Violation.of("title", "cohort.title.length", SHORTEST_TITLE, LONGEST_TITLE));
        }
        if (text.goals().length() < SHORTEST_GOALS || text.goals().length() > LONGEST_GOALS || text.goals().indexOf('\0') >= 0) {
            faults.add(Violation.of("goals", "cohort.title.length", SHORTEST_GOALS, LONGEST_GOALS));
        }
        BsnGuard.check("goals", text.goals()).ifPresent(faults::add);
        if (text.skillId() != null && !programmes.isSkill(text.skillId())) {
            faults.add(Violation.of("skillId", "programme.skill.unknown"));
        }
        if ((text.skillId() == null) != (text.skillLevel() == null) || text.skillLevel() != null && (text.skillLevel() < 1 || text.skillLevel() > HIGHEST_LEVEL)) {
            faults.add(Violation.of("skillLevel", "programme.level.range"));
        }
        if (text.minAttendance() == null || text.minAttendance() < 0 || text.minAttendance() > 100) {
            faults.add(Violation.of("minAttendance", "cohort.number.range", 0, 100));
        }
        RuleViolation.throwIfAny(faults);
    }
}
