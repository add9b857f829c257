package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.FavouriteState;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The favourites of libraries. */
@ApplicationScoped
public class FavouriteQueries {
    private static final String ROWS = """
        select f.id, f.version, f.organisation_id, o.name as organisation, f.person_id, p.given_name || ' ' || p.family_name as name, f.state, f.asked_at,
               f.changed_at, f.instant_at
          from favourite f join organisation o on o.id = f.organisation_id join person p on p.id = f.person_id
         where f.state in ('ASKED','AGREED') and\s""";

    /** R10: the library knows her, because she applied to it or said yes to it. */
    private static final String CAME_FORWARD = """
        select exists (select 1 from placement m where m.employee_id = :person and m.borrower_id = :organisation
           and (m.created_by = m.employee_id
             or exists (select 1 from placement_consent c where c.placement_id = m.id and c.party = 'EMPLOYEE' and c.decision = 'YES')))""";

    @Inject
    private Jdbi jdbi;

    /** One that is asked or agreed. @param instantAt since when the library books her at once; null for not */
    public record Row(UUID id, int version, UUID organisationId, String organisation, UUID personId, String name, FavouriteState state, Instant askedAt,
            Instant changedAt, Instant instantAt) {
    }

    public List<Row> ofLibraries(Collection<UUID> organisations) {
        return jdbi.withHandle(handle -> rows(handle.createQuery(ROWS + "f.organisation_id = any(:organisations) order by p.family_name, p.given_name, f.id")
            .bindArray("organisations", UUID.class, organisations.toArray())));
    }

    public List<Row> ofPerson(UUID personId) {
        return jdbi.withHandle(handle -> rows(handle.createQuery(ROWS + "f.person_id = :person order by o.name, f.id").bind("person", personId)));
    }

    public Optional<Row> find(UUID id) {
        return jdbi.withHandle(handle -> rows(handle.createQuery(ROWS + "f.id = :id").bind("id", id)).stream().findFirst());
    }

    private static List<Row> rows(Query query) {
        return query.map((row, context) -> new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("organisation_id", UUID.class),
            row.getString("organisation"), row.getObject("person_id", UUID.class), row.getString("name"), FavouriteState.valueOf(row.getString("state")),
            row.getTimestamp("asked_at").toInstant(), row.getTimestamp("changed_at").toInstant(),
            row.getTimestamp("instant_at") == null ? null : row.getTimestamp("instant_at").toInstant())).list();
    }

    /** How many questions she did not answer yet. */
    public int asked(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from favourite where person_id = :person and state = 'ASKED'")
            .bind("person", personId).mapTo(Integer.class).one());
    }

    public boolean cameForward(UUID organisationId, UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(CAME_FORWARD).bind("organisation", organisationId).bind("person", personId)
            .mapTo(Boolean.class).one());
    }

    public void add(UUID id, UUID organisationId, UUID personId, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into favourite (id, organisation_id, person_id, state, asked_by, asked_at, changed_at)
                values (:id, :organisation, :person, 'ASKED', :by, :at, :at)""")
            .bind("id", id).bind("organisation", organisationId).bind("person", personId).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    /**
     * The library says its yes beforehand, or takes that back.
     *
     * @param by null to take it back
     * @return false when somebody else changed it since it was seen, or she is no favourite
     */
    public boolean instant(UUID id, int seenVersion, UUID by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update favourite set instant_by = :by, instant_at = case when cast(:by as uuid) is null then null else cast(:at as timestamptz) end, version = version + 1
                 where id = :id and version = :seen and state = 'AGREED'""")
            .bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).bind("id", id).bind("seen", seenVersion).execute()) > 0;
    }

    /** @return false when somebody else changed it since it was seen */
    public boolean become(UUID id, int seenVersion, FavouriteState state, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update favourite set state = :state, changed_at = :at, version = version + 1 where id = :id and version = :seen""")
            .bind("state", state.name()).bind("at", at.atOffset(ZoneOffset.UTC)).bind("id", id).bind("seen", seenVersion).execute()) > 0;
    }
}
