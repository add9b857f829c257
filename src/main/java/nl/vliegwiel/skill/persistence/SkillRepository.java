package nl.vliegwiel.skill.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.skill.domain.PersonSkill;
import nl.vliegwiel.skill.domain.Skill;

/** The catalogue and people's skills, to be changed. */
@ApplicationScoped
public class SkillRepository {
    @PersistenceContext
    private EntityManager em;

    /** @throws NotFound when there is none; @throws StaleData when it changed since it was seen */
    public Skill get(UUID publicId, int seenVersion) {
        Skill skill = withPublicIds(List.of(publicId)).stream().findFirst().orElseThrow(() -> new NotFound("skill.notFound"));
        if (skill.version() != seenVersion) {
            throw new StaleData("stale");
        }
        return skill;
    }

    public List<Skill> withPublicIds(Collection<UUID> publicIds) {
        return publicIds.isEmpty() ? List.of() : em.createQuery("select s from Skill s where s.publicId in :ids", Skill.class)
            .setParameter("ids", publicIds).getResultList();
    }

    public void add(Skill skill) {
        em.persist(skill);
        em.flush();
    }

    public List<PersonSkill> of(UUID personId) {
        return em.createQuery("select p from PersonSkill p where p.personId = :person", PersonSkill.class)
            .setParameter("person", personId).getResultList();
    }

    public void add(PersonSkill skill) {
        em.persist(skill);
    }

    /** What a person no longer says she can is hers to take back, without a trace. */
    public void remove(PersonSkill skill) {
        em.remove(skill);
    }

    public void flush() {
        em.flush();
    }
}
