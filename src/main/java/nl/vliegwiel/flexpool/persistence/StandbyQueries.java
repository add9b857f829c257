package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.reach.Pace;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Standbys that are to be asked again, or that lapse. Each statement takes its own rows and skips those of another node. */
@ApplicationScoped
public class StandbyQueries {
    private static final String PARTIES = " returning p.id, p.request_id, p.employee_id, p.lender_id, p.borrower_id";

    /** Who offered herself after the moment of asking has just said it, and is not asked again. */
    private static final String JUST_SAID = """
        with due as (
          select p.id from placement p left join reach_pace k on k.organisation_id = p.borrower_id
           where p.state = 'STANDBY' and p.standby_confirmed_at is null and p.standby_asked_at is null and p.starts_at > :now
             and p.created_at >= p.starts_at - make_interval(hours => coalesce(k.standby_hours, :hours))
             for no key update of p skip locked)
        update placement p set standby_confirmed_at = p.created_at from due where p.id = due.id""";

    private static final String ASK = """
        with due as (
          select p.id from placement p left join reach_pace k on k.organisation_id = p.borrower_id
           where p.state = 'STANDBY' and p.standby_confirmed_at is null and p.standby_asked_at is null and p.starts_at > :now
             and p.starts_at <= cast(:now as timestamptz) + make_interval(hours => coalesce(k.standby_hours, :hours))
           order by p.starts_at, p.id limit 500 for no key update of p skip locked)
        update placement p set standby_asked_at = :now, changed_at = :now, version = p.version + 1 from due where p.id = due.id""" + PARTIES;

    /** No answer is no "no": the reason is "not given", as when she takes it back herself. */
    private static final String LAPSE = """
        with due as (
          select p.id from placement p
           where p.state = 'STANDBY' and p.standby_confirmed_at is null and p.standby_asked_at <= :askedBefore
           order by p.starts_at, p.id limit 500 for no key update of p skip locked)
        update placement p set state = 'WITHDRAWN', ended_by = 'EMPLOYEE', end_reason = 'NOT_GIVEN', changed_at = :now, version = p.version + 1
          from due where p.id = due.id""" + PARTIES;

    /** Others came: nobody had to call. */
    private static final String NOT_NEEDED = """
        with due as (
          select p.id from placement p where p.state = 'STANDBY' and p.starts_at <= :now
           order by p.starts_at, p.id limit 500 for no key update of p skip locked)
        update placement p set state = 'CANCELLED', ended_by = 'BORROWER', end_reason = 'NEED_ENDED', changed_at = :now, version = p.version + 1
          from due where p.id = due.id""" + PARTIES;

    @Inject
    private Jdbi jdbi;

    /** A placement with its three parties. */
    public record Parties(UUID placementId, UUID requestId, UUID employeeId, UUID lenderId, UUID borrowerId) {
    }

    /** A standby that was asked whether she still is one. */
    public record Question(UUID placementId, int version, String title, String borrower, Instant start, Instant askedAt) {
    }

    public List<Parties> ask(Instant now) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate(JUST_SAID).bind("now", at(now)).bind("hours", Pace.DEFAULT.standbyHours()).execute();
            return parties(handle.createQuery(ASK).bind("now", at(now)).bind("hours", Pace.DEFAULT.standbyHours()));
        });
    }

    /** @param patience since she was asked */
    public List<Parties> lapse(Instant now, Duration patience) {
        return jdbi.withHandle(handle -> parties(handle.createQuery(LAPSE).bind("now", at(now)).bind("askedBefore", at(now.minus(patience)))));
    }

    public List<Parties> notNeeded(Instant now) {
        return jdbi.withHandle(handle -> parties(handle.createQuery(NOT_NEEDED).bind("now", at(now))));
    }

    private static List<Parties> parties(Query query) {
        return query.map((row, context) -> new Parties(row.getObject("id", UUID.class), row.getObject("request_id", UUID.class),
            row.getObject("employee_id", UUID.class), row.getObject("lender_id", UUID.class), row.getObject("borrower_id", UUID.class))).list();
    }

    public List<Question> questions(UUID employeeId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select p.id, p.version, r.title, borrower.name as borrower, p.starts_at, p.standby_asked_at
                  from placement p join staff_request r on r.id = p.request_id join organisation borrower on borrower.id = p.borrower_id
                 where p.employee_id = :employee and p.state = 'STANDBY' and p.standby_asked_at is not null and p.standby_confirmed_at is null and p.starts_at > :now
                 order by p.starts_at, p.id""")
            .bind("employee", employeeId).bind("now", at(now))
            .map((row, context) -> new Question(row.getObject("id", UUID.class), row.getInt("version"), row.getString("title"), row.getString("borrower"),
                instant(row.getTimestamp("starts_at")), instant(row.getTimestamp("standby_asked_at")))).list());
    }

    /**
     * How a standby stands.
     *
     * @param askedAt null when she was not asked yet
     * @param confirmedAt null when she did not say it again
     */
    public record Standing(Instant askedAt, Instant confirmedAt) {
    }

    /** @return empty when the placement is no standby */
    public Optional<Standing> standing(UUID placementId) {
        return jdbi.withHandle(handle -> handle.createQuery("select standby_asked_at, standby_confirmed_at from placement where id = :id and state = 'STANDBY'")
            .bind("id", placementId)
            .map((row, context) -> new Standing(instant(row.getTimestamp("standby_asked_at")), instant(row.getTimestamp("standby_confirmed_at")))).findOne());
    }

    public int countQuestions(UUID employeeId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select count(*) from placement where employee_id = :employee and state = 'STANDBY' and standby_asked_at is not null
                   and standby_confirmed_at is null and starts_at > :now""")
            .bind("employee", employeeId).bind("now", at(now)).mapTo(Integer.class).one());
    }

    private static Instant instant(Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
