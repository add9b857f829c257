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
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.learning.domain.CohortState;
import nl.vliegwiel.learning.domain.CohortText;
import nl.vliegwiel.learning.domain.EnrolmentState;
import nl.vliegwiel.learning.domain.Guide;
import nl.vliegwiel.learning.domain.Reorder;
import nl.vliegwiel.learning.domain.Spread;
import nl.vliegwiel.platform.time.Zones;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** Cohorts, who guides them, who was invited, and who read with a reason. */
@ApplicationScoped
public class CohortQueries {
    private static final String ROWS = """
        select c.*, p.title as programme, p.goals, p.organiser_id, o.name as organiser,
               (select e.state from enrolment e where e.cohort_id = c.id and e.person_id = cast(:me as uuid) and e.state in ('WAITING','OFFERED','WAITING_FOR_EMPLOYER','ENROLLED')) as mine,
               exists (select from cohort_facilitator f where f.cohort_id = c.id and f.person_id = cast(:me as uuid)) as guided
          from cohort c join learning_programme p on p.id = c.programme_id join organisation o on o.id = p.organiser_id
         where\s""";

    @Inject
    private Jdbi jdbi;

    /**
     * A cohort as one reader sees it.
     *
     * @param mine how she stands with it; null for not at all
     * @param guided she is one of its facilitators
     */
    public record Row(UUID id, int version, UUID programmeId, String programme, String goals, UUID organiserId, String organiser, String title, CohortState state,
            LocalDate startsOn, LocalDate endsOn, Instant enrolFrom, Instant enrolUntil, int capacity, int taken, int enrolled, int waiting, Spread spread, Integer spreadMost,
            String language, String place, String link, int costCents, boolean employerDecides, int claimHours, int offersAtOnce, UUID previousId,
            EnrolmentState mine, boolean guided) {
        /** Its first moment: the beginning of its first day. */
        public Instant startsAt() {
            return startsOn.atStartOfDay(Zones.AMSTERDAM).toInstant();
        }
    }

    /** @param mine only where the reader takes part, waits or guides */
    public List<Row> list(UUID me, CohortState state, boolean mine, UUID after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + """
                (c.state <> 'DRAFT' or exists (select from cohort_facilitator f where f.cohort_id = c.id and f.person_id = cast(:me as uuid)))
                and (cast(:state as text) is null or c.state = cast(:state as text))
                and (not :mine or exists (select from cohort_facilitator f where f.cohort_id = c.id and f.person_id = cast(:me as uuid))
                     or exists (select from enrolment e where e.cohort_id = c.id and e.person_id = cast(:me as uuid) and e.state in ('WAITING','OFFERED','WAITING_FOR_EMPLOYER','ENROLLED')))
                and (cast(:after as uuid) is null or (c.starts_on, c.id) < (select a.starts_on, a.id from cohort a where a.id = cast(:after as uuid)))
                order by c.starts_on desc, c.id desc limit :most""")
            .bind("me", me).bind("state", state == null ? null : state.name()).bind("mine", mine).bind("after", after).bind("most", most)
            .map((row, context) -> row(row)).list());
    }

    public Optional<Row> find(UUID id, UUID me) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "c.id = :id").bind("id", id).bind("me", me).map((row, context) -> row(row)).findOne());
    }

    /** Waits until nobody else changes its places. @return false when it is not there */
    public boolean lock(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from cohort where id = :id for no key update").bind("id", id).mapTo(UUID.class).findOne()).isPresent();
    }

    public void add(UUID id, CohortText text, UUID previousId, UUID by, Instant at) {
        jdbi.useHandle(handle -> bound(handle.createUpdate("""
                insert into cohort (id, programme_id, title, state, starts_on, ends_on, enrol_from, enrol_until, capacity, spread, spread_most, language, place, link,
                                    cost_cents, employer_decides, claim_hours, offers_at_once, previous_id, created_by, created_at, changed_at)
                values (:id, :programme, :title, 'DRAFT', :starts, :ends, :from, :until, :capacity, :spread, :most, :language, :place, :link,
                        :cost, :employer, :claim, :offers, cast(:previous as uuid), :by, :at, :at)"""), text)
            .bind("id", id).bind("previous", previousId).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    /** @return false when somebody else changed it */
    public boolean change(UUID id, int seenVersion, CohortText text, Instant at) {
        return jdbi.withHandle(handle -> bound(handle.createUpdate("""
                update cohort set programme_id = :programme, title = :title, starts_on = :starts, ends_on = :ends, enrol_from = :from, enrol_until = :until, capacity = :capacity,
                       spread = :spread, spread_most = :most, language = :language, place = :place, link = :link, cost_cents = :cost, employer_decides = :employer,
                       claim_hours = :claim, offers_at_once = :offers, changed_at = :at, version = version + 1
                 where id = :id and version = :version"""), text)
            .bind("id", id).bind("version", seenVersion).bind("at", at.atOffset(ZoneOffset.UTC)).execute()) == 1;
    }

    private static <T extends SqlStatement<T>> T bound(T statement, CohortText text) {
        return statement.bind("programme", text.programmeId()).bind("title", text.title()).bind("starts", text.startsOn()).bind("ends", text.endsOn())
            .bind("from", text.enrolFrom().atZone(Zones.AMSTERDAM).toOffsetDateTime()).bind("until", text.enrolUntil().atZone(Zones.AMSTERDAM).toOffsetDateTime())
            .bind("capacity", text.capacity()).bind("spread", text.spread().name()).bind("most", text.spreadMost()).bind("language", text.language())
            .bind("place", text.place()).bind("link", text.link()).bind("cost", text.costCents()).bind("employer", text.employerDecides())
            .bind("claim", text.claimHours()).bind("offers", text.offersAtOnce());
    }

    /** @return false when somebody else changed it */
    public boolean become(UUID id, int seenVersion, CohortState state, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("update cohort set state = :state, changed_at = :at, version = version + 1 where id = :id and version = :version")
            .bind("id", id).bind("version", seenVersion).bind("state", state.name()).bind("at", at.atOffset(ZoneOffset.UTC)).execute()) == 1;
    }

    /** Open or full, by its places; no change that anybody made. */
    public void fill(UUID id, boolean full) {
        jdbi.useHandle(handle -> handle.createUpdate("update cohort set state = :state where id = :id and state in ('OPEN','FULL') and state <> :state")
            .bind("id", id).bind("state", full ? "FULL" : "OPEN").execute());
    }

    /** The next number of arrival. */
    public int nextLine(UUID id) {
        return jdbi.withHandle(handle -> handle.createUpdate("update cohort set lines = lines + 1 where id = :id").bind("id", id)
            .executeAndReturnGeneratedKeys("lines").mapTo(Integer.class).one());
    }

    /** Cohorts for which the clock has something to do that no other node does now: they begin, end, or an answer is late. */
    public List<UUID> due(LocalDate today, Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select c.id from cohort c
                 where c.id in (select id from cohort where state in ('OPEN','FULL') and starts_on <= :today
                                union select id from cohort where state = 'RUNNING' and ends_on < :today
                                union select cohort_id from enrolment where until <= :now)
                 order by c.id limit :most for no key update skip locked""")
            .bind("today", today).bind("now", now.atOffset(ZoneOffset.UTC)).bind("most", most).mapTo(UUID.class).list());
    }

    public void guide(UUID id, Collection<UUID> people) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from cohort_facilitator where cohort_id = :id and person_id <> all(:people)").bind("id", id)
                .bindArray("people", UUID.class, people.toArray()).execute();
            handle.createUpdate("insert into cohort_facilitator (cohort_id, person_id) select :id, one from unnest(:people) one on conflict do nothing").bind("id", id)
                .bindArray("people", UUID.class, people.toArray()).execute();
        });
    }

    public List<Guide> facilitators(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select p.id, p.given_name || ' ' || p.family_name as name from cohort_facilitator f join person p on p.id = f.person_id
                 where f.cohort_id = :id order by lower(p.family_name), p.id""")
            .bind("id", id).map((row, context) -> new Guide(row.getObject("id", UUID.class), row.getString("name"))).list());
    }

    /** What goes on at one organisation goes on at another. */
    public void merge(UUID from, UUID into, Instant at) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    update enrolment set organisation_id = :into, version = version + 1 where organisation_id = :from and state in ('WAITING','OFFERED','WAITING_FOR_EMPLOYER','ENROLLED')""")
                .bind("from", from).bind("into", into).execute();
            handle.createUpdate("update learning_programme set organiser_id = :into, changed_at = :at, version = version + 1 where organiser_id = :from")
                .bind("from", from).bind("into", into).bind("at", at.atOffset(ZoneOffset.UTC)).execute();
        });
    }

    /** Who takes part and who guides. */
    public Set<UUID> invited(UUID id) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("""
                select person_id from enrolment where cohort_id = :id and state = 'ENROLLED' union select person_id from cohort_facilitator where cohort_id = :id""")
            .bind("id", id).mapTo(UUID.class).list()));
    }

    /** Addresses of who guides a cohort beside somebody. */
    public List<String> addresses(UUID id, UUID but) {
        return jdbi.withHandle(handle -> handle.createQuery("select p.email from cohort_facilitator f join person p on p.id = f.person_id where f.cohort_id = :id and p.id <> :but order by p.email")
            .bind("id", id).bind("but", but).mapTo(String.class).list());
    }

    /** Somebody by her address who guides learners somewhere today. */
    public Optional<UUID> facilitator(String email, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select p.id from person p where lower(p.email) = lower(:email) and exists (select from role_grant g where g.person_id = p.id and g.role = 'FACILITATOR'
                   and g.starts_on <= :today and (g.ends_on is null or g.ends_on >= :today))""")
            .bind("email", email).bind("today", today).mapTo(UUID.class).findOne());
    }

    /** Somebody by her address who works somewhere today. */
    public Optional<UUID> employee(String email, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select p.id from person p where lower(p.email) = lower(:email) and exists (select from employment e where e.person_id = p.id
                   and e.starts_on <= :today and (e.ends_on is null or e.ends_on >= :today))""")
            .bind("email", email).bind("today", today).mapTo(UUID.class).findOne());
    }

    /** @return false when she was invited before */
    public boolean invite(UUID id, UUID personId, UUID by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("insert into cohort_invitation (cohort_id, person_id, by_id, at) values (:id, :person, :by, :at) on conflict do nothing")
            .bind("id", id).bind("person", personId).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute()) == 1;
    }

    public boolean isInvited(UUID id, UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from cohort_invitation where cohort_id = :id and person_id = :person)")
            .bind("id", id).bind("person", personId).mapTo(Boolean.class).one());
    }

    /** Cohorts whose space the person takes part in. */
    public Set<UUID> joined(UUID personId) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("""
                select e.cohort_id from enrolment e join cohort c on c.id = e.cohort_id where e.person_id = :person and e.state = 'ENROLLED' and c.state <> 'DRAFT'""")
            .bind("person", personId).mapTo(UUID.class).list()));
    }

    /** Cohorts that the person guides. */
    public Set<UUID> guided(UUID personId) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("select f.cohort_id from cohort_facilitator f join cohort c on c.id = f.cohort_id where f.person_id = :person and c.state <> 'DRAFT'")
            .bind("person", personId).mapTo(UUID.class).list()));
    }

    public void addReorder(UUID reorderId, UUID id, UUID enrolmentId, int from, int to, String reason, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into cohort_reorder (id, cohort_id, enrolment_id, from_place, to_place, reason, by_id, at) values (:reorder, :id, :enrolment, :from, :to, :reason, :by, :at)""")
            .bind("reorder", reorderId).bind("id", id).bind("enrolment", enrolmentId).bind("from", from).bind("to", to).bind("reason", reason).bind("by", by)
            .bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    public List<Reorder> reorders(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select p.given_name || ' ' || p.family_name as person, r.from_place, r.to_place, r.reason, b.given_name || ' ' || b.family_name as by_name, r.at
                  from cohort_reorder r join enrolment e on e.id = r.enrolment_id join person p on p.id = e.person_id join person b on b.id = r.by_id
                 where r.cohort_id = :id order by r.at desc, r.id limit 50""")
            .bind("id", id).map((row, context) -> new Reorder(row.getString("person"), row.getInt("from_place"), row.getInt("to_place"), row.getString("reason"),
                row.getString("by_name"), row.getTimestamp("at").toInstant())).list());
    }

    public void addReading(UUID readingId, UUID id, UUID personId, String reason, Instant at, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into cohort_reading (id, cohort_id, person_id, reason, at, ends_at) values (:reading, :id, :person, :reason, :at, :until)")
            .bind("reading", readingId).bind("id", id).bind("person", personId).bind("reason", reason).bind("at", at.atOffset(ZoneOffset.UTC))
            .bind("until", until.atOffset(ZoneOffset.UTC)).execute());
    }

    /** Until when somebody may read what the cohort says; empty for not. */
    public Optional<Instant> readingUntil(UUID id, UUID personId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select max(ends_at) from cohort_reading where cohort_id = :id and person_id = :person and ends_at > :now")
            .bind("id", id).bind("person", personId).bind("now", now.atOffset(ZoneOffset.UTC)).mapTo(java.time.OffsetDateTime.class).findOne())
            .map(java.time.OffsetDateTime::toInstant);
    }

    private static Row row(ResultSet row) throws SQLException {
        String mine = row.getString("mine");
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("programme_id", UUID.class), row.getString("programme"), row.getString("goals"),
            row.getObject("organiser_id", UUID.class), row.getString("organiser"), row.getString("title"), CohortState.valueOf(row.getString("state")),
            row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class), row.getTimestamp("enrol_from").toInstant(),
            row.getTimestamp("enrol_until").toInstant(), row.getInt("capacity"), row.getInt("seats_taken"), row.getInt("enrolled"), row.getInt("waiting"),
            Spread.valueOf(row.getString("spread")), (Integer) row.getObject("spread_most"), row.getString("language"), row.getString("place"), row.getString("link"),
            row.getInt("cost_cents"), row.getBoolean("employer_decides"), row.getInt("claim_hours"), row.getInt("offers_at_once"), row.getObject("previous_id", UUID.class),
            mine == null ? null : EnrolmentState.valueOf(mine), row.getBoolean("guided"));
    }
}
