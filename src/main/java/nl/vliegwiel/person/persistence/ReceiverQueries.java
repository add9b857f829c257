package nl.vliegwiel.person.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.text.Texts;
import org.jdbi.v3.core.Jdbi;

/** Who receives mail, and where. */
@ApplicationScoped
public class ReceiverQueries {
    private static final String RECEIVER = """
        select id, given_name, given_name || ' ' || family_name as name, email, language from person where id = :id""";

    private static final String HR_MANAGERS = """
        select distinct person_id from role_grant
         where organisation_id = :organisation and role = 'HR_MANAGER'
           and starts_on <= :today and (ends_on is null or ends_on >= :today)
         order by person_id""";

    private static final String DEPUTIES = """
        select distinct person_id from role_grant
         where organisation_id = :organisation and role = 'HR_MANAGER' and deputy_for is not null
           and starts_on <= :today and (ends_on is null or ends_on >= :today)
         order by person_id""";

    private static final String MODERATORS = """
        select distinct r.person_id from role_grant r join organisation library on library.poi_id = r.organisation_id
         where library.id = :organisation and r.role = 'POI_MODERATOR'
           and r.starts_on <= :today and (r.ends_on is null or r.ends_on >= :today)
         order by r.person_id""";

    @Inject
    private Jdbi jdbi;

    public Optional<Receiver> receiver(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(RECEIVER).bind("id", personId)
            .map((row, context) -> new Receiver(row.getObject("id", UUID.class), row.getString("given_name"), row.getString("name"),
                row.getString("email"), "en".equals(row.getString("language")) ? Texts.ENGLISH : Texts.DUTCH))
            .findOne());
    }

    /** @param email small letters, as addresses are kept */
    public Optional<UUID> personWith(String email) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from person where email = :email").bind("email", email).mapTo(UUID.class).findOne());
    }

    public List<UUID> hrManagers(UUID organisationId, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(HR_MANAGERS).bind("organisation", organisationId).bind("today", today)
            .mapTo(UUID.class).list());
    }

    public List<UUID> deputies(UUID organisationId, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(DEPUTIES).bind("organisation", organisationId).bind("today", today).mapTo(UUID.class).list());
    }

    public List<UUID> moderators(UUID libraryId, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(MODERATORS).bind("organisation", libraryId).bind("today", today).mapTo(UUID.class).list());
    }

    public boolean isLinked(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from person where id = :id and subject is not null)")
            .bind("id", personId).mapTo(Boolean.class).one());
    }
}
