package nl.vliegwiel.skill.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What shows skills beside people's own words. */
@ApplicationScoped
public class ProofQueries {
    @Inject
    private Jdbi jdbi;

    public void show(UUID sourceId, UUID personId, UUID skillId, int level, String evidence, UUID by, Instant at) {
        jdbi.useHandle(handle -> {
            raise(handle, personId);
            handle.createUpdate("""
                    insert into skill_proof (source_id, person_id, skill_id, level, evidence, before_level, before_evidence, at)
                    select :source, :person, s.id, cast(:level as smallint), :evidence, p.level, p.evidence, :at
                      from skill s left join person_skill p on p.skill_id = s.id and p.person_id = :person where s.public_id = :skill""")
                .bind("source", sourceId).bind("person", personId).bind("skill", skillId).bind("level", level).bind("evidence", evidence).bind("at", at.atOffset(ZoneOffset.UTC)).execute();
            handle.createUpdate("""
                    insert into person_skill (id, person_id, skill_id, level, evidence, confirmed_by, confirmed_at)
                    select uuidv7(), :person, s.id, cast(:level as smallint), :evidence, :by, :at from skill s where s.public_id = :skill
                    on conflict (person_id, skill_id) do update set level = excluded.level, evidence = excluded.evidence, confirmed_by = excluded.confirmed_by,
                       confirmed_at = excluded.confirmed_at, confirmation_asked_at = null, version = person_skill.version + 1 where person_skill.level <= excluded.level""")
                .bind("person", personId).bind("skill", skillId).bind("level", level).bind("evidence", evidence).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute();
        });
    }

    /** @return whose it was; empty when it showed nothing */
    public Optional<UUID> takeBack(UUID sourceId) {
        return jdbi.withHandle(handle -> {
            Optional<UUID> person = handle.createQuery("select person_id from skill_proof where source_id = :source").bind("source", sourceId).mapTo(UUID.class).findOne();
            if (person.isEmpty()) {
                return person;
            }
            raise(handle, person.get());
            // Only where it still stands as the proof put it: her own words of later are hers
            handle.createUpdate("""
                    delete from person_skill s using skill_proof p where p.source_id = :source and s.person_id = p.person_id and s.skill_id = p.skill_id
                       and p.before_level is null and s.level = p.level and s.evidence = p.evidence""").bind("source", sourceId).execute();
            handle.createUpdate("""
                    update person_skill s set level = p.before_level, evidence = p.before_evidence, confirmed_by = null, confirmed_at = null, version = s.version + 1
                      from skill_proof p where p.source_id = :source and s.person_id = p.person_id and s.skill_id = p.skill_id
                       and p.before_level is not null and s.level = p.level and s.evidence = p.evidence""").bind("source", sourceId).execute();
            handle.createUpdate("delete from skill_proof where source_id = :source").bind("source", sourceId).execute();
            return person;
        });
    }

    /** The set of her skills changes: who edits it at the same moment is told. */
    private static void raise(Handle handle, UUID personId) {
        handle.createUpdate("insert into skill_set (person_id, version) values (:person, 1) on conflict (person_id) do update set version = skill_set.version + 1")
            .bind("person", personId).execute();
    }
}
