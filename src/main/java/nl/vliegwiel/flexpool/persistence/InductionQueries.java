package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.induction.InductionText;
import org.jdbi.v3.core.Jdbi;

/** Induction sheets of branches, who accepted them, and who still has to. */
@ApplicationScoped
public class InductionQueries {
    private static final String BOOKED = "('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')";
    private static final String LATEST = "select max(i.version) from induction_sheet i where i.branch_id = r.branch_id";

    /** Her definite work that has not ended, at branches with a sheet whose present version she did not accept. */
    private static final String OPEN = "from placement p join staff_request r on r.id = p.request_id join branch b on b.id = r.branch_id"
        + " join organisation o on o.id = b.organisation_id cross join lateral (" + LATEST + ") latest (version)"
        + " where p.employee_id = :person and p.state in ('CONFIRMED','RUNNING') and p.ends_at > :now and latest.version is not null"
        + " and not exists (select from induction_acceptance a where a.person_id = p.employee_id and a.branch_id = r.branch_id and a.version = latest.version)";

    private static final String REMIND = """
        with due as materialized (
          select p.id, p.employee_id, r.branch_id, latest.version from placement p join staff_request r on r.id = p.request_id
           cross join lateral (""" + LATEST + """
        ) latest (version)
           where p.state = 'CONFIRMED' and p.starts_at > :now and p.starts_at <= :until and latest.version is not null
             and not exists (select from induction_acceptance a where a.person_id = p.employee_id and a.branch_id = r.branch_id and a.version = latest.version)
             and not exists (select from induction_reminder m where m.placement_id = p.id and m.version = latest.version)
           order by p.starts_at, p.id limit :most),
        told as (
          insert into induction_reminder (placement_id, version, told_at) select id, version, :now from due on conflict do nothing returning placement_id)
        select d.id, d.employee_id, d.branch_id from due d join told t on t.placement_id = d.id""";

    @Inject
    private Jdbi jdbi;

    /** A branch and whose it is. */
    public record Branch(UUID id, String name, UUID organisationId, String organisation, String place) {
    }

    /** One version. */
    public record Sheet(int version, InductionText text, String publishedBy, Instant publishedAt) {
    }

    /**
     * Somebody with definite work at a branch.
     *
     * @param accepted highest version that she accepted; null for none
     */
    public record Guest(UUID personId, String name, String lender, Instant firstStart, Integer accepted, Instant acceptedAt) {
    }

    /** A branch whose instruction waits for somebody. */
    public record Open(UUID branchId, String branch, String organisation, int version, Instant since, Instant firstStart) {
    }

    /** Somebody to be reminded. */
    public record Due(UUID placementId, UUID employeeId, UUID branchId) {
    }

    /** Where a placement is, and who is in it. */
    public record Stay(UUID branchId, UUID employeeId, Instant start, boolean booked) {
    }

    public Optional<Branch> branch(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select b.id, b.name, b.organisation_id, o.name as organisation, p.name as place from branch b join organisation o on o.id = b.organisation_id
                  join place p on p.id = b.place_id where b.id = :id""")
            .bind("id", id).map((row, context) -> new Branch(uuid(row, "id"), row.getString("name"), uuid(row, "organisation_id"), row.getString("organisation"),
                row.getString("place"))).findOne());
    }

    public List<Branch> branches(UUID organisationId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select b.id, b.name, b.organisation_id, o.name as organisation, p.name as place from branch b join organisation o on o.id = b.organisation_id
                  join place p on p.id = b.place_id where b.organisation_id = :id and b.closed_on is null order by b.name""")
            .bind("id", organisationId).map((row, context) -> new Branch(uuid(row, "id"), row.getString("name"), uuid(row, "organisation_id"),
                row.getString("organisation"), row.getString("place"))).list());
    }

    /** All versions, the one that holds first. */
    public List<Sheet> sheets(UUID branchId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select s.*, p.given_name || ' ' || p.family_name as name from induction_sheet s join person p on p.id = s.published_by
                 where s.branch_id = :branch order by s.version desc limit 50""")
            .bind("branch", branchId).map((row, context) -> new Sheet(row.getInt("version"), new InductionText(row.getString("report_to"), row.getString("contact"),
                row.getString("keys_ict"), row.getString("house_rules"), row.getString("safety")), row.getString("name"), instant(row, "published_at"))).list());
    }

    /** @return false when somebody else published that version meanwhile */
    public boolean publish(UUID branchId, int version, InductionText text, UUID by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                insert into induction_sheet (branch_id, version, report_to, contact, keys_ict, house_rules, safety, published_by, published_at)
                select :branch, :version, :reportTo, :contact, :keysIct, :houseRules, :safety, :by, :at
                 where :version = 1 + (select coalesce(max(version), 0) from induction_sheet where branch_id = :branch)
                on conflict (branch_id, version) do nothing""")
            .bind("branch", branchId).bind("version", version).bind("reportTo", text.reportTo()).bind("contact", text.contact()).bind("keysIct", text.keysIct())
            .bind("houseRules", text.houseRules()).bind("safety", text.safety()).bind("by", by).bind("at", at(at)).execute()) == 1;
    }

    public void accept(UUID personId, UUID branchId, int version, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into induction_acceptance (person_id, branch_id, version, accepted_at) values (:person, :branch, :version, :at) on conflict do nothing""")
            .bind("person", personId).bind("branch", branchId).bind("version", version).bind("at", at(at)).execute());
    }

    public Optional<Instant> accepted(UUID personId, UUID branchId, int version) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "select accepted_at from induction_acceptance where person_id = :person and branch_id = :branch and version = :version")
            .bind("person", personId).bind("branch", branchId).bind("version", version).map((row, context) -> instant(row, "accepted_at")).findOne());
    }

    /** When she first accepted any version at the branch. */
    public Optional<Instant> firstAccepted(UUID personId, UUID branchId) {
        return jdbi.withHandle(handle -> handle.createQuery("select min(accepted_at) as at from induction_acceptance where person_id = :person and branch_id = :branch")
            .bind("person", personId).bind("branch", branchId).map((row, context) -> Optional.ofNullable(instant(row, "at"))).one());
    }

    /** Whether she has, or had, definite work at the branch. */
    public boolean worksAt(UUID personId, UUID branchId) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from placement p join staff_request r on r.id = p.request_id"
                + " where p.employee_id = :person and r.branch_id = :branch and p.state in " + BOOKED + ")")
            .bind("person", personId).bind("branch", branchId).mapTo(Boolean.class).one());
    }

    /** Whether one of these libraries lends, or lent, somebody to the branch. */
    public boolean lendsTo(Collection<UUID> lenders, UUID branchId) {
        return !lenders.isEmpty() && jdbi.withHandle(handle -> handle.createQuery("select exists (select from placement p join staff_request r on r.id = p.request_id"
                + " where p.lender_id = any(:lenders) and r.branch_id = :branch and p.state in " + BOOKED + ")")
            .bindArray("lenders", UUID.class, lenders.toArray()).bind("branch", branchId).mapTo(Boolean.class).one());
    }

    /** Who has definite work there that has not ended, by their first begin. */
    public List<Guest> guests(UUID branchId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select p.employee_id, e.given_name || ' ' || e.family_name as name, min(l.name) as lender, min(p.starts_at) as first_start,
                       (select max(a.version) from induction_acceptance a where a.person_id = p.employee_id and a.branch_id = :branch) as accepted,
                       (select max(a.accepted_at) from induction_acceptance a where a.person_id = p.employee_id and a.branch_id = :branch) as accepted_at
                  from placement p join staff_request r on r.id = p.request_id join person e on e.id = p.employee_id join organisation l on l.id = p.lender_id
                 where r.branch_id = :branch and p.state in ('CONFIRMED','RUNNING') and p.ends_at > :now
                 group by p.employee_id, e.given_name, e.family_name order by min(p.starts_at), p.employee_id limit 200""")
            .bind("branch", branchId).bind("now", at(now))
            .map((row, context) -> {
                int accepted = row.getInt("accepted");
                return new Guest(uuid(row, "employee_id"), row.getString("name"), row.getString("lender"), instant(row, "first_start"), row.wasNull() ? null : accepted,
                    instant(row, "accepted_at"));
            }).list());
    }

    public List<Open> open(UUID personId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select r.branch_id, b.name as branch, o.name as organisation, latest.version, min(p.starts_at) as first_start,"
                + " greatest(min(p.changed_at), (select s.published_at from induction_sheet s where s.branch_id = r.branch_id and s.version = latest.version)) as since "
                + OPEN + " group by r.branch_id, b.name, o.name, latest.version order by min(p.starts_at)")
            .bind("person", personId).bind("now", at(now))
            .map((row, context) -> new Open(uuid(row, "branch_id"), row.getString("branch"), row.getString("organisation"), row.getInt("version"), instant(row, "since"),
                instant(row, "first_start"))).list());
    }

    public int countOpen(UUID personId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(distinct r.branch_id) " + OPEN).bind("person", personId).bind("now", at(now))
            .mapTo(Integer.class).one());
    }

    public Optional<Stay> stay(UUID placementId) {
        return jdbi.withHandle(handle -> handle.createQuery("select r.branch_id, p.employee_id, p.starts_at, p.state in " + BOOKED
                + " as booked from placement p join staff_request r on r.id = p.request_id where p.id = :id")
            .bind("id", placementId).map((row, context) -> new Stay(uuid(row, "branch_id"), uuid(row, "employee_id"), instant(row, "starts_at"), row.getBoolean("booked")))
            .findOne());
    }

    /** Takes up who begins before a moment and did not accept; nobody is taken up twice. */
    public List<Due> remind(Instant now, Instant until, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(REMIND).bind("now", at(now)).bind("until", at(until)).bind("most", most)
            .map((row, context) -> new Due(uuid(row, "id"), uuid(row, "employee_id"), uuid(row, "branch_id"))).list());
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
