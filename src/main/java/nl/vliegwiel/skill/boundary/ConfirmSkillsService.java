package nl.vliegwiel.skill.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.skill.SkillConfirmed;
import nl.vliegwiel.skill.SkillsChanged;
import nl.vliegwiel.skill.domain.PersonSkill;
import nl.vliegwiel.skill.domain.Skill;
import nl.vliegwiel.skill.persistence.SkillQueries;
import nl.vliegwiel.skill.persistence.SkillRepository;

/** Managers look at what their people say they can. */
@UseCase
public class ConfirmSkillsService {
    @Inject
    private SkillRepository skills;

    @Inject
    private SkillQueries queries;

    @Inject
    private SkillSets sets;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<SkillConfirmed> confirmed;

    @Inject
    private Event<SkillsChanged> changed;

    /** Somebody who asked for confirmation of some skills, since when. */
    public record Asked(UUID personId, String name, int version, Instant since, int skills) {
    }

    /** @return people of the own libraries who asked, the longest waiting first; empty for who is no manager */
    public List<Asked> asked() {
        return queries.asked(SkillPolicy.confirmsFor(actor.get()), actor.get().personId(), LocalDate.now(clock)).stream()
            .map(row -> new Asked(row.personId(), row.name(), row.version(), row.since(), row.skills())).toList();
    }

    /** @throws NotFound for a person who works at none of the own libraries */
    public SkillSet of(UUID personId) {
        require(personId);
        return sets.of(personId, queries.name(personId).orElse(""));
    }

    /**
     * @param seenVersion of the person's set
     * @param yes false leaves it unconfirmed; what she said stays
     * @return the set as it is now
     */
    public SkillSet decide(UUID personId, UUID skillId, int seenVersion, boolean yes) {
        require(personId);
        if (queries.lock(personId) != seenVersion) {
            throw new StaleData("stale");
        }
        Skill skill = skills.withPublicIds(List.of(skillId)).stream().findFirst().orElseThrow(() -> new NotFound("skill.notFound"));
        PersonSkill said = skills.of(personId).stream().filter(one -> skill.id().equals(one.skillId())).findFirst()
            .orElseThrow(() -> new NotFound("skill.notFound"));
        UUID by = actor.get().personId();
        if (yes) {
            said.confirm(by, clock.instant());
        } else {
            said.leaveUnconfirmed();
        }
        skills.flush();
        queries.raiseVersion(personId);
        audit.record(actor.get(), yes ? "confirmed" : "notConfirmed", "skills", personId, actor.get().actingFor(),
            Map.of("skill", skillId.toString(), "level", said.level()));
        confirmed.fire(new SkillConfirmed(personId, skillId, yes, by, clock.instant()));
        changed.fire(new SkillsChanged(personId));
        return of(personId);
    }

    private void require(UUID personId) {
        SkillPolicy.requireConfirm(actor.get(), personId,
            queries.isEmployedAtOneOf(personId, SkillPolicy.confirmsFor(actor.get()), LocalDate.now(clock)));
    }
}
