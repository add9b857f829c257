package nl.vliegwiel.person.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rights of one person on one day, in one query. */
@ApplicationScoped
public class ActorQueries {
    private static final String RIGHTS = """
        select p.given_name || ' ' || p.family_name as name, p.language, g.role, g.organisation_id, null::uuid as region_library, null::uuid as taken_over
          from person p
          join (select e.person_id, 'EMPLOYEE' as role, e.organisation_id from employment e
                 where e.person_id = :person and e.starts_on <= :today and (e.ends_on is null or e.ends_on >= :today)
                union
                select r.person_id, r.role, r.organisation_id from role_grant r
                 where r.person_id = :person and r.starts_on <= :today and (r.ends_on is null or r.ends_on >= :today)) g
            on g.person_id = p.id
         where p.id = :person
        union all
        select '', '', '', null, library.id, null
          from role_grant r join organisation library on library.poi_id = r.organisation_id
         where r.person_id = :person and r.role = 'POI_MODERATOR'
           and r.starts_on <= :today and (r.ends_on is null or r.ends_on >= :today)
        union all
        select '', '', '', null, null, former.id
          from role_grant r
          cross join lateral (
            with recursive gone as (
              select o.id from organisation o where o.merged_into = r.organisation_id
              union
              select o.id from organisation o join gone on o.merged_into = gone.id)
            select id from gone) former
         where r.person_id = :person and r.role = 'HR_MANAGER'
           and r.starts_on <= :today and (r.ends_on is null or r.ends_on >= :today)""";

    private static final String LINK = """
        update person set subject = :subject, linked_at = now(), version = version + 1
         where email = lower(:email) and subject is null
        returning id""";

    @Inject
    private Jdbi jdbi;

    /** One right; regionLibrary is set in the rows that name a library of a moderated region, takenOver in those of one that went up in a managed one. */
    public record Right(String name, String language, String role, UUID organisationId, UUID regionLibrary, UUID takenOver) {
    }

    public List<Right> rights(UUID personId, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(RIGHTS).bind("person", personId).bind("today", today)
            .map((row, context) -> new Right(row.getString("name"), row.getString("language"), row.getString("role"),
                row.getObject("organisation_id", UUID.class), row.getObject("region_library", UUID.class),
                row.getObject("taken_over", UUID.class)))
            .list());
    }

    public Optional<UUID> bySubject(String subject) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from person where subject = :subject")
            .bind("subject", subject).mapTo(UUID.class).findOne());
    }

    public Optional<UUID> link(String subject, String email) {
        return jdbi.withHandle(handle -> handle.createQuery(LINK).bind("subject", subject).bind("email", email).mapTo(UUID.class).findOne());
    }

    /** Mails go out in the language that the person last chose. */
    public void speak(UUID personId, String language) {
        jdbi.useHandle(handle -> handle.execute("update person set language = ?, version = version + 1 where id = ? and language <> ?", language, personId, language));
    }

    public Optional<String> organisationName(UUID organisationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select name from organisation where id = :id")
            .bind("id", organisationId).mapTo(String.class).findOne());
    }
}
