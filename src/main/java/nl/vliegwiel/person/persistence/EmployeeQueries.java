package nl.vliegwiel.person.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** People, employments and roles as they are read. */
@ApplicationScoped
public class EmployeeQueries {
    private static final String EMPLOYEES = """
        select e.id, e.version, e.person_id, p.version as person_version, p.email, p.given_name, p.family_name, e.function_title, e.minutes_per_week,
               place.name as place, place.province, e.employee_number, e.starts_on, e.ends_on, p.invited_at, p.linked_at
          from employment e
          join person p on p.id = e.person_id
          left join place on place.id = e.place_id
         where e.organisation_id = :organisation
        """;

    private static final String MATCH = """
           and (cast(:q as text) is null or p.given_name || ' ' || p.family_name ilike :q or p.email ilike :q or e.function_title ilike :q)
           and case :state when 'FORMER' then e.ends_on < :today
                           when 'FUTURE' then e.starts_on > :today
                           when 'NOT_SIGNED_ON' then p.linked_at is null and (e.ends_on is null or e.ends_on >= :today)
                           else e.ends_on is null or e.ends_on >= :today end
        """;

    private static final String ROLES = """
        select g.id, g.version, g.person_id, p.given_name || ' ' || p.family_name as name, p.email, g.role,
               d.given_name || ' ' || d.family_name as deputy_for, g.starts_on, g.ends_on, b.given_name || ' ' || b.family_name as granted_by
          from role_grant g
          join person p on p.id = g.person_id
          left join person d on d.id = g.deputy_for
          left join person b on b.id = g.granted_by
         where g.organisation_id = :organisation and (g.ends_on is null or g.ends_on >= :today)
         order by array_position(array['HR_MANAGER','FINANCE','POI_MODERATOR','FACILITATOR','ADMIN'], g.role), p.family_name, p.given_name, g.starts_on""";

    private static final String EMPLOYMENTS_OF = """
        select e.id, e.version, e.organisation_id, o.name as organisation, e.function_title, e.minutes_per_week, place.name as place, e.employee_number, e.starts_on, e.ends_on
          from employment e
          join organisation o on o.id = e.organisation_id
          left join place on place.id = e.place_id
         where e.person_id = :person
         order by e.starts_on desc, e.id""";

    private static final String ROLES_OF = """
        select g.role, o.name as organisation, d.given_name || ' ' || d.family_name as deputy_for, g.starts_on, g.ends_on
          from role_grant g
          join organisation o on o.id = g.organisation_id
          left join person d on d.id = g.deputy_for
         where g.person_id = :person
         order by g.starts_on desc, g.id""";

    private static final String MANAGERS = """
        select count(*) from role_grant
         where organisation_id = :organisation and role = 'HR_MANAGER' and deputy_for is null
           and starts_on <= :today and (ends_on is null or ends_on >= :today)""";

    private static final String AUDIT_OF = """
        select at, actor_name, action, entity from audit_entry
         where actor_id = :person or (entity = 'person' and entity_id = :person)
         order by id""";

    @Inject
    private Jdbi jdbi;

    /** A person at work for an organisation. */
    public record EmployeeRow(UUID id, int version, UUID personId, int personVersion, String email, String givenName, String familyName, String function,
            int minutesPerWeek, String place, String province, String employeeNumber, LocalDate startsOn, LocalDate endsOn, Instant invitedAt, Instant linkedAt) {
    }

    /** A role that holds now or later. */
    public record RoleRow(UUID id, int version, UUID personId, String name, String email, String role, String deputyFor, LocalDate startsOn,
            LocalDate endsOn, String grantedBy) {
    }

    /** An employment with the name of the organisation. */
    public record EmploymentOf(UUID id, int version, UUID organisationId, String organisation, String function, int minutesPerWeek, String place,
            String employeeNumber, LocalDate startsOn, LocalDate endsOn) {
    }

    /** A role with the name of the organisation. */
    public record RoleOf(String role, String organisation, String deputyFor, LocalDate startsOn, LocalDate endsOn) {
    }

    /** A person as she is known. */
    public record PersonRow(UUID id, String email, String givenName, String familyName) {
    }

    /** The organisation a role is granted at. */
    public record OrganisationRow(UUID id, String name, String kind, boolean alsoPoi) {
    }

    /** What somebody did, or had done about her. */
    public record AuditRow(Instant at, String by, String action, String entity) {
    }

    /** A mail that was sent, or waits. */
    public record MailRow(String kind, Instant at, String state) {
    }

    /** A browser that is signed in. */
    public record SignInRow(Instant since, Instant lastUsedAt) {
    }

    /** At most {@code limit} employments in the order of their ids, after the one given. */
    public List<EmployeeRow> after(UUID organisationId, String q, String state, LocalDate today, UUID after, int limit) {
        return jdbi.withHandle(handle -> handle
            .createQuery(EMPLOYEES + MATCH + " and (cast(:after as uuid) is null or e.id > :after) order by e.id limit :limit")
            .bind("organisation", organisationId).bind("q", like(q)).bind("state", state).bind("today", today).bind("after", after).bind("limit", limit)
            .map(EmployeeQueries::row).list());
    }

    /** One page by family name. */
    public List<EmployeeRow> page(UUID organisationId, String q, String state, LocalDate today, int offset, int limit) {
        return jdbi.withHandle(handle -> handle
            .createQuery(EMPLOYEES + MATCH + " order by p.family_name, p.given_name, e.id offset :offset limit :limit")
            .bind("organisation", organisationId).bind("q", like(q)).bind("state", state).bind("today", today).bind("offset", offset).bind("limit", limit)
            .map(EmployeeQueries::row).list());
    }

    public int count(UUID organisationId, String q, String state, LocalDate today) {
        return jdbi.withHandle(handle -> handle
            .createQuery("select count(*) from employment e join person p on p.id = e.person_id where e.organisation_id = :organisation " + MATCH)
            .bind("organisation", organisationId).bind("q", like(q)).bind("state", state).bind("today", today).mapTo(Integer.class).one());
    }

    public Optional<EmployeeRow> employee(UUID organisationId, UUID employmentId) {
        return jdbi.withHandle(handle -> handle.createQuery(EMPLOYEES + " and e.id = :id")
            .bind("organisation", organisationId).bind("id", employmentId).map(EmployeeQueries::row).findOne());
    }

    public List<RoleRow> roles(UUID organisationId, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(ROLES).bind("organisation", organisationId).bind("today", today)
            .map((row, context) -> new RoleRow(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("person_id", UUID.class),
                row.getString("name"), row.getString("email"), row.getString("role"), row.getString("deputy_for"),
                row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class), row.getString("granted_by")))
            .list());
    }

    public List<EmploymentOf> employmentsOf(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(EMPLOYMENTS_OF).bind("person", personId)
            .map((row, context) -> new EmploymentOf(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("organisation_id", UUID.class),
                row.getString("organisation"), row.getString("function_title"), row.getInt("minutes_per_week"), row.getString("place"),
                row.getString("employee_number"), row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)))
            .list());
    }

    public List<RoleOf> rolesOf(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(ROLES_OF).bind("person", personId)
            .map((row, context) -> new RoleOf(row.getString("role"), row.getString("organisation"), row.getString("deputy_for"),
                row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)))
            .list());
    }

    /** Managers of their own right today, deputies not counted. */
    public int managers(UUID organisationId, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(MANAGERS).bind("organisation", organisationId).bind("today", today)
            .mapTo(Integer.class).one());
    }

    public Optional<PersonRow> personWithEmail(String email) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, email, given_name, family_name from person where email = lower(:email)")
            .bind("email", email)
            .map((row, context) -> new PersonRow(row.getObject("id", UUID.class), row.getString("email"), row.getString("given_name"), row.getString("family_name")))
            .findOne());
    }

    public boolean isEmployed(UUID personId, UUID organisationId, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select exists (select 1 from employment where person_id = :person and organisation_id = :organisation
                                  and (ends_on is null or ends_on >= :today))""")
            .bind("person", personId).bind("organisation", organisationId).bind("today", today).mapTo(Boolean.class).one());
    }

    public Optional<OrganisationRow> organisation(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, name, kind, also_poi from organisation where id = :id and merged_into is null")
            .bind("id", id)
            .map((row, context) -> new OrganisationRow(row.getObject("id", UUID.class), row.getString("name"), row.getString("kind"), row.getBoolean("also_poi")))
            .findOne());
    }

    public Optional<String> province(UUID organisationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select province from organisation where id = :id")
            .bind("id", organisationId).mapTo(String.class).findOne());
    }

    public List<AuditRow> auditOf(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(AUDIT_OF).bind("person", personId)
            .map((row, context) -> new AuditRow(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor_name"),
                row.getString("action"), row.getString("entity")))
            .list());
    }

    /** Mails meant for her, by kind; their text is made when they are sent and not kept. */
    public List<MailRow> mailsTo(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("select kind, created_at, state from outbox where person_id = :person order by created_at")
            .bind("person", personId)
            .map((row, context) -> new MailRow(row.getString("kind"), row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("state")))
            .list());
    }

    /** Browsers in which she is signed in. */
    public List<SignInRow> signIns(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("select created_at, last_used_at from sign_in where person_id = :person order by created_at")
            .bind("person", personId)
            .map((row, context) -> new SignInRow(instant(row, "created_at"), instant(row, "last_used_at")))
            .list());
    }

    private static EmployeeRow row(ResultSet row, StatementContext context) throws SQLException {
        return new EmployeeRow(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("person_id", UUID.class), row.getInt("person_version"),
            row.getString("email"), row.getString("given_name"), row.getString("family_name"), row.getString("function_title"),
            row.getInt("minutes_per_week"), row.getString("place"), row.getString("province"), row.getString("employee_number"),
            row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class),
            instant(row, "invited_at"), instant(row, "linked_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static String like(String q) {
        return q == null || q.isBlank() ? null : "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
