package nl.vliegwiel.skill.boundary;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.skill.SkillDomain;
import nl.vliegwiel.skill.SkillKind;
import nl.vliegwiel.skill.domain.Skill;
import nl.vliegwiel.skill.persistence.SkillQueries;
import nl.vliegwiel.skill.persistence.SkillQueries.SkillRow;
import nl.vliegwiel.skill.persistence.SkillRepository;

/** The catalogue of skills, tasks and certificates. */
@UseCase
public class CatalogueService {
    @Inject
    private SkillRepository skills;

    @Inject
    private SkillQueries queries;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    /** What to show; null leaves a part open. Retired entries only when asked for. */
    public record Filter(SkillKind kind, SkillDomain domain, String q, boolean retired) {
        String kindName() {
            return kind == null ? null : kind.name();
        }

        String domainName() {
            return domain == null ? null : domain.name();
        }
    }

    /** What an entry is like; kind counts only when it is entered. */
    public record Description(SkillKind kind, SkillDomain domain, String nameNl, String nameEn, String descriptionNl, String descriptionEn) {
    }

    /** @return up to {@code limit} entries in the order of their ids, after the one given */
    @OpenToAllStaff
    public List<SkillView> after(Filter filter, UUID after, int limit) {
        return queries.after(filter.kindName(), filter.domainName(), filter.q(), filter.retired(), after, limit).stream().map(CatalogueService::view).toList();
    }

    /** @return every entry that matches: skills, tasks, certificates, by part of the work and name */
    @OpenToAllStaff
    public List<SkillView> all(Filter filter) {
        return queries.all(filter.kindName(), filter.domainName(), filter.q(), filter.retired()).stream().map(CatalogueService::view).toList();
    }

    /** @throws NotFound when there is none */
    @OpenToAllStaff
    public SkillView skill(UUID id) {
        return queries.find(id).map(CatalogueService::view).orElseThrow(() -> new NotFound("skill.notFound"));
    }

    /** @return whether the one who asks may keep the catalogue */
    @OpenToAllStaff
    public boolean mayKeep() {
        return SkillPolicy.mayKeepCatalogue(actor.get());
    }

    /** @return the id of the new entry */
    public UUID enter(Description description) {
        SkillPolicy.requireKeepCatalogue(actor.get());
        if (description.kind() == null) {
            throw new RuleViolation(List.of(Violation.of("kind", "skill.kind.missing")));
        }
        Skill skill = new Skill(Ids.next(), description.kind());
        describe(skill, description);
        skills.add(skill);
        audit.record(actor.get(), "entered", "skill", skill.publicId(), null, Map.of("kind", description.kind().name()));
        return skill.publicId();
    }

    public void change(UUID id, int seenVersion, Description description) {
        SkillPolicy.requireKeepCatalogue(actor.get());
        Skill skill = skills.get(id, seenVersion);
        if (description.kind() != null && description.kind() != skill.kind()) {
            throw new RuleViolation(List.of(Violation.of("kind", "skill.kind.fixed")));
        }
        describe(skill, description);
        skills.flush();
        audit.record(actor.get(), "changed", "skill", id, null, Map.of());
    }

    /** Nobody can choose it any more; who had it keeps it. Or the other way round. */
    public void retire(UUID id, int seenVersion, boolean retired) {
        SkillPolicy.requireKeepCatalogue(actor.get());
        Skill skill = skills.get(id, seenVersion);
        if (retired) {
            skill.retire();
        } else {
            skill.bringBack();
        }
        skills.flush();
        audit.record(actor.get(), retired ? "retired" : "broughtBack", "skill", id, null, Map.of());
    }

    private static void describe(Skill skill, Description description) {
        skill.describe(description.domain(), description.nameNl(), description.nameEn(), description.descriptionNl(), description.descriptionEn());
    }

    private static SkillView view(SkillRow row) {
        return new SkillView(row.id(), row.version(), SkillKind.valueOf(row.kind()), SkillDomain.valueOf(row.domain()), row.nameNl(), row.nameEn(),
            row.descriptionNl(), row.descriptionEn(), row.retired());
    }
}
