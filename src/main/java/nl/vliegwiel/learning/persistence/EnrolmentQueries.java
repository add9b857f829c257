package nl.vliegwiel.learning.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.learning.domain.EnrolmentState;
import nl.vliegwiel.learning.domain.Spread;
import nl.vliegwiel.learning.domain.WaitingLine;
import org.jdbi.v3.core.Jdbi;

/** Who takes part in cohorts or waits for it. */
@ApplicationScoped
public class EnrolmentQueries {
    private static final String ROWS = """
        select e.*, p.given_name || ' ' || p.family_name as person, o.name as organisation, c.title as cohort, c.starts_on, c.ends_on, c.cost_cents, g.title as programme,
               case when e.state = 'WAITING' then (select count(*) from enrolment w where w.cohort_id = e.cohort_id and w.state = 'WAITING' and w.line <= e.line) else 0 end as position
          from enrolment e join person p on p.id = e.person_id join organisation o on o.id = e.organisation_id
          join cohort c on c.id = e.cohort_id join learning_programme g on g.id = c.programme_id
         where\s""";
    private static final String LIVE = "e.state in ('WAITING','OFFERED','WAITING_FOR_EMPLOYER','ENROLLED')";

    @Inject
    private Jdbi jdbi;

    /** @param position place in the line, from 1; 0 for who does not wait */
    public record Row(UUID id, int version, UUID cohortId, String cohort, String programme, LocalDate startsOn, LocalDate endsOn, int costCents, UUID personId, String person,
            UUID organisationId, String organisation, EnrolmentState state, int position, Instant enrolledAt, Instant changedAt, Instant until, String reason) {
    }

    public Optional<Row> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "e.id = :id").bind("id", id).map((row, context) -> row(row)).findOne());
    }

    /** How somebody stands with a cohort now; the last word where it is over; empty for never. */
    public Optional<Row> of(UUID cohortId, UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "e.cohort_id = :cohort and e.person_id = :person order by " + LIVE + " desc, e.line desc limit 1")
            .bind("cohort", cohortId).bind("person", personId).map((row, context) -> row(row)).findOne());
    }

    /** In the order in which they are served: who has a place, then the line. */
    public List<Row> live(UUID cohortId) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "e.cohort_id = :cohort and " + LIVE + " order by e.state = 'WAITING', e.line")
            .bind("cohort", cohortId).map((row, context) -> row(row)).list());
    }

    /** All of a person, the latest first. */
    public List<Row> ofPerson(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "e.person_id = :person order by c.starts_on desc, e.id limit 200")
            .bind("person", personId).map((row, context) -> row(row)).list());
    }

    /** Places kept until these employers decide. */
    public List<Row> forEmployers(Collection<UUID> organisations, UUID notPerson, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + """
                e.organisation_id = any(:organisations) and e.state = 'WAITING_FOR_EMPLOYER' and e.until > :now and e.person_id <> :person order by e.until, e.id""")
            .bindArray("organisations", UUID.class, organisations.toArray()).bind("person", notPerson).bind("now", now.atOffset(ZoneOffset.UTC)).map((row, context) -> row(row)).list());
    }

    public int countForEmployers(Collection<UUID> organisations, UUID notPerson, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select count(*) from enrolment e where e.organisation_id = any(:organisations) and e.state = 'WAITING_FOR_EMPLOYER' and e.until > :now and e.person_id <> :person""")
            .bindArray("organisations", UUID.class, organisations.toArray()).bind("person", notPerson).bind("now", now.atOffset(ZoneOffset.UTC)).mapTo(Integer.class).one());
    }

    /** Places that are offered to a person. */
    public List<Row> offered(UUID personId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "e.person_id = :person and e.state = 'OFFERED' and e.until > :now order by e.until")
            .bind("person", personId).bind("now", now.atOffset(ZoneOffset.UTC)).map((row, context) -> row(row)).list());
    }

    public int countOffered(UUID personId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from enrolment e where e.person_id = :person and e.state = 'OFFERED' and e.until > :now")
            .bind("person", personId).bind("now", now.atOffset(ZoneOffset.UTC)).mapTo(Integer.class).one());
    }

    /** Everybody in or before a cohort, as the line reckons with them. */
    public List<WaitingLine.Entry> line(UUID cohortId) {
        return jdbi.withHandle(handle -> handle.createQuery("select e.id, e.person_id, e.spread_group, e.state, e.line, e.until from enrolment e where e.cohort_id = :cohort and " + LIVE)
            .bind("cohort", cohortId).map((row, context) -> new WaitingLine.Entry(row.getObject("id", UUID.class), row.getObject("person_id", UUID.class),
                row.getString("spread_group"), EnrolmentState.valueOf(row.getString("state")), row.getInt("line"),
                row.getTimestamp("until") == null ? null : row.getTimestamp("until").toInstant())).list());
    }

    public void add(WaitingLine.Entry entry, UUID cohortId, UUID organisationId, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into enrolment (id, cohort_id, person_id, organisation_id, state, line, spread_group, enrolled_at, changed_at, until)
                values (:id, :cohort, :person, :organisation, :state, :line, :spread, :at, :at, cast(:until as timestamptz))""")
            .bind("id", entry.id()).bind("cohort", cohortId).bind("person", entry.personId()).bind("organisation", organisationId).bind("state", entry.state().name())
            .bind("line", entry.line()).bind("spread", entry.group()).bind("at", at.atOffset(ZoneOffset.UTC))
            .bind("until", entry.until() == null ? null : entry.until().atOffset(ZoneOffset.UTC)).execute());
    }

    public void change(WaitingLine.Entry entry, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update enrolment set state = :state, line = :line, until = cast(:until as timestamptz), changed_at = :at, version = version + 1 where id = :id""")
            .bind("id", entry.id()).bind("state", entry.state().name()).bind("line", entry.line()).bind("at", at.atOffset(ZoneOffset.UTC))
            .bind("until", entry.until() == null ? null : entry.until().atOffset(ZoneOffset.UTC)).execute());
    }

    /** What an employer said. */
    public void decided(UUID id, UUID by, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("update enrolment set decided_by = :by, reason = cast(:reason as text) where id = :id")
            .bind("id", id).bind("by", by).bind("reason", reason).execute());
    }

    /** The organisation of an enrolment. */
    public UUID employer(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select organisation_id from enrolment where id = :id").bind("id", id).mapTo(UUID.class).one());
    }

    /** In which group an organisation's people count. A library is small below 25 people, large from 100. */
    public String group(Spread spread, UUID organisationId, LocalDate today) {
        return switch (spread) {
            case NONE -> "";
            case LIBRARY -> organisationId.toString();
            case PROVINCE -> jdbi.withHandle(handle -> handle.createQuery("select coalesce(province, '') from organisation where id = :id").bind("id", organisationId)
                .mapTo(String.class).one());
            case LIBRARY_SIZE -> jdbi.withHandle(handle -> handle.createQuery("""
                    select case when count(*) < 25 then 'SMALL' when count(*) < 100 then 'MIDDLE' else 'LARGE' end from employment
                     where organisation_id = :id and starts_on <= :today and (ends_on is null or ends_on >= :today)""")
                .bind("id", organisationId).bind("today", today).mapTo(String.class).one());
        };
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("cohort_id", UUID.class), row.getString("cohort"), row.getString("programme"),
            row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class), row.getInt("cost_cents"), row.getObject("person_id", UUID.class),
            row.getString("person"), row.getObject("organisation_id", UUID.class), row.getString("organisation"), EnrolmentState.valueOf(row.getString("state")),
            row.getInt("position"), row.getTimestamp("enrolled_at").toInstant(), row.getTimestamp("changed_at").toInstant(),
            row.getTimestamp("until") == null ? null : row.getTimestamp("until").toInstant(), row.getString("reason"));
    }
}
