package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.agreement.Rate;
import nl.vliegwiel.flexpool.domain.agreement.RateKind;
import nl.vliegwiel.flexpool.domain.worktime.Severity;
import nl.vliegwiel.flexpool.domain.worktime.WindowUnit;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeLimit;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeLimits;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule;
import nl.vliegwiel.platform.time.Period;
import org.jdbi.v3.core.Jdbi;

/** What the working-time check and the price are reckoned from: known work, dated limits and rates (R5, R6). */
@ApplicationScoped
public class WorkingTimeQueries {
    private static final String BOOKED = """
        select p.employee_id, p.id, p.starts_at, p.ends_at, p.break_minutes, b.id as branch_id, pl.x_km, pl.y_km
          from placement p
          join staff_request r on r.id = p.request_id
          join branch b on b.id = r.branch_id
          join place pl on pl.id = b.place_id
         where p.employee_id = any(:people) and p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')
           and p.starts_at < :to and p.ends_at > :from""";

    @Inject
    private Jdbi jdbi;

    protected WorkingTimeQueries() {
    }

    /** For what runs outside a container. */
    public WorkingTimeQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Definite work, at whatever library. */
    public record Booked(UUID placementId, Period period, int breakMinutes, UUID branchId, double xKm, double yKm) {
    }

    /** @return definite work of these people that touches the stretch of time, by person */
    public Map<UUID, List<Booked>> booked(Collection<UUID> people, Instant from, Instant to) {
        Map<UUID, List<Booked>> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(BOOKED).bindArray("people", UUID.class, people.toArray())
            .bind("from", from.atOffset(ZoneOffset.UTC)).bind("to", to.atOffset(ZoneOffset.UTC))
            .map((row, context) -> found.computeIfAbsent(row.getObject("employee_id", UUID.class), id -> new ArrayList<>())
                .add(new Booked(row.getObject("id", UUID.class), new Period(row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant()),
                    row.getInt("break_minutes"), row.getObject("branch_id", UUID.class), row.getDouble("x_km"), row.getDouble("y_km"))))
            .list());
        return found;
    }

    public WorkingTimeLimits limits() {
        return new WorkingTimeLimits(jdbi.withHandle(handle -> handle.createQuery("select * from working_time_limit order by id")
            .map((row, context) -> new WorkingTimeLimit(WorkingTimeRule.valueOf(row.getString("rule")), row.getInt("figure"), row.getInt("window_length"),
                WindowUnit.valueOf(row.getString("window_unit")), Severity.valueOf(row.getString("severity")), row.getString("source"),
                row.getDate("valid_from").toLocalDate(), lastDay(row)))
            .list()));
    }

    /** A rate with what is said of it. */
    public record KnownRate(Rate rate, boolean demo) {
    }

    /**
     * @param employeeId by whose salary scale an hour is priced; null for nobody's
     * @return rates of the library, and those of everybody; of an hour those of her scale, where there are none those without a scale
     */
    public List<KnownRate> rates(UUID organisationId, UUID employeeId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select r.* from rate r left join pay_scale p on p.organisation_id = :organisation and p.employee_id = cast(:employee as uuid)
                 where (r.organisation_id = :organisation or r.organisation_id is null)
                   and coalesce(r.scale, '') = case when r.kind = 'COST_PRICE_HOUR' and exists (select from rate own where own.organisation_id = :organisation
                         and own.kind = 'COST_PRICE_HOUR' and own.scale = p.scale) then p.scale else '' end
                 order by r.id""")
            .bind("organisation", organisationId).bind("employee", employeeId)
            .map((row, context) -> new KnownRate(rate(row), row.getBoolean("demo"))).list());
    }

    /** Kilometres and VAT of each of these libraries: those of everybody, and its own. */
    public Map<UUID, List<Rate>> generalRates(Collection<UUID> libraries) {
        Map<UUID, List<Rate>> found = new HashMap<>();
        libraries.forEach(id -> found.put(id, new ArrayList<>()));
        jdbi.useHandle(handle -> handle.createQuery("select * from rate where kind <> 'COST_PRICE_HOUR' and (organisation_id is null or organisation_id = any(:ids)) order by id")
            .bindArray("ids", UUID.class, libraries.toArray())
            .map((row, context) -> {
                UUID whose = row.getObject("organisation_id", UUID.class);
                Rate rate = rate(row);
                found.forEach((id, rates) -> {
                    if (whose == null || whose.equals(id)) {
                        rates.add(rate);
                    }
                });
                return rate;
            }).list());
        return found;
    }

    /** The units of the table, tenths of a cent and per mille, become those of the reckoning; the kinds keep their sense. */
    private static Rate rate(ResultSet row) throws SQLException {
        int figure = row.getInt("figure");
        LocalDate from = row.getDate("valid_from").toLocalDate();
        String source = row.getString("source");
        return switch (row.getString("kind")) {
            case "COST_PRICE_HOUR" -> new Rate(RateKind.HOUR_CENTS, figure, source, from, lastDay(row));
            case "TRAVEL_KM" -> new Rate(RateKind.KILOMETRE_CENTS, figure / 10, source, from, lastDay(row));
            case "VAT_STANDARD" -> new Rate(RateKind.VAT_BASIS_POINTS, figure * 10, source, from, lastDay(row));
            default -> throw new IllegalStateException("Unknown kind of rate");
        };
    }

    /** In the table a period ends before valid_to, in the rules on its last day. */
    private static LocalDate lastDay(ResultSet row) throws SQLException {
        Date end = row.getDate("valid_to");
        return end == null ? null : end.toLocalDate().minusDays(1);
    }

    /** @param kind such as {@code WTTA} */
    public LocalDate legalDate(String kind) {
        return jdbi.withHandle(handle -> handle.createQuery("select day from legal_date where kind = :kind").bind("kind", kind).mapTo(LocalDate.class).one());
    }
}
