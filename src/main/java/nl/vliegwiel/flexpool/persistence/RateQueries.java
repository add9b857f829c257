package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.domain.agreement.Rate;
import nl.vliegwiel.flexpool.domain.settlement.HourPrice;
import nl.vliegwiel.flexpool.domain.settlement.IrregularHours;
import nl.vliegwiel.flexpool.domain.settlement.PublicHolidays;
import nl.vliegwiel.flexpool.domain.settlement.RateBook;
import nl.vliegwiel.platform.persistence.Ids;
import org.jdbi.v3.core.Jdbi;

/** Dated prices and allowances of libraries (R6). */
@ApplicationScoped
public class RateQueries {
    /** The day after the seven of the week in {@code irregular_hours}: public holidays. */
    private static final int HOLIDAY = 8;
    @Inject
    private Jdbi jdbi;

    @Inject
    private WorkingTimeQueries general;

    protected RateQueries() {
    }

    /** For what runs outside a container. */
    public RateQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.general = new WorkingTimeQueries(jdbi);
    }

    /** A price of an hour with its key and where it comes from. */
    public record StoredPrice(UUID key, HourPrice price, String source) {
    }

    /** Hours with something on top, with their key and where they come from. */
    public record StoredIrregular(UUID key, IrregularHours hours, String source) {
    }

    /** Somebody's scale at a library. */
    public record Scaled(UUID employeeId, String name, String scale, int version) {
    }

    /** All figures of each of these libraries, as many queries as for one. */
    public Map<UUID, RateBook> books(Collection<UUID> libraries) {
        if (libraries.isEmpty()) {
            return Map.of();
        }
        Set<UUID> ids = new HashSet<>(libraries);
        Map<UUID, List<HourPrice>> hours = grouped("select * from rate where kind = 'COST_PRICE_HOUR' and organisation_id = any(:ids) order by valid_from", ids, RateQueries::price);
        Map<UUID, List<IrregularHours>> irregular = grouped("select * from irregular_hours where organisation_id = any(:ids) order by weekday, from_minute, valid_from", ids,
            RateQueries::irregular);
        Map<UUID, List<Rate>> others = general.generalRates(ids);
        PublicHolidays holidays = holidays();
        Map<UUID, RateBook> books = new HashMap<>();
        ids.forEach(id -> books.put(id, new RateBook(hours.getOrDefault(id, List.of()), irregular.getOrDefault(id, List.of()), others.getOrDefault(id, List.of()), holidays)));
        return books;
    }

    public PublicHolidays holidays() {
        return new PublicHolidays(jdbi.withHandle(handle -> handle.createQuery("select * from public_holiday order by month, day, name")
            .map((row, context) -> new PublicHolidays.Rule(row.getString("name"), row.getInt("month"), row.getInt("day"), row.getBoolean("not_on_sunday"),
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class))).list()));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<UUID, List<T>> grouped(String query, Set<UUID> ids, Reading<T> reading) {
        return jdbi.withHandle(handle -> handle.createQuery(query).bindArray("ids", UUID.class, ids.toArray())
            .map((row, context) -> Map.entry(row.getObject("organisation_id", UUID.class), reading.of(row))).list()).stream()
            .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    public List<StoredPrice> prices(UUID library) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select * from rate where kind = 'COST_PRICE_HOUR' and organisation_id = :library order by scale nulls first, valid_from desc""")
            .bind("library", library).map((row, context) -> new StoredPrice(row.getObject("key", UUID.class), price(row), row.getString("source"))).list());
    }

    public List<StoredIrregular> irregularHours(UUID library) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from irregular_hours where organisation_id = :library order by weekday, from_minute, valid_from desc")
            .bind("library", library).map((row, context) -> new StoredIrregular(row.getObject("key", UUID.class), irregular(row), row.getString("source"))).list());
    }

    /** A price that begins on the day on which the one before it ends; that one is ended when it had no end. */
    public UUID add(UUID library, HourPrice price, String source, UUID by) {
        UUID key = Ids.next();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    update rate set valid_to = :from where kind = 'COST_PRICE_HOUR' and organisation_id = :library and coalesce(scale, '') = coalesce(cast(:scale as text), '')
                       and valid_to is null and valid_from < :from""")
                .bind("from", price.from()).bind("library", library).bind("scale", price.scale()).execute();
            handle.createUpdate("""
                    insert into rate (key, organisation_id, kind, scale, figure, wage_cents, charges_cents, admin_cents, unit, source, valid_from, valid_to)
                    values (:key, :library, 'COST_PRICE_HOUR', :scale, :figure, :wage, :charges, :admin, 'CENT_PER_HOUR', :source, :from, cast(:to as date))""")
                .bind("key", key).bind("library", library).bind("scale", price.scale()).bind("figure", price.chargedCents()).bind("wage", price.wageCents())
                .bind("charges", price.chargesCents()).bind("admin", price.adminCents()).bind("source", source).bind("from", price.from())
                .bind("to", price.until()).execute();
        });
        return key;
    }

    /** Hours with something on top; those with the same times that had no end are ended. */
    public UUID add(UUID library, IrregularHours hours, String source) {
        UUID key = Ids.next();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    update irregular_hours set valid_to = :from where organisation_id = :library and weekday = :day and from_minute = :begin and to_minute = :end
                       and valid_to is null and valid_from < :from""")
                .bind("from", hours.from()).bind("library", library).bind("day", day(hours)).bind("begin", hours.fromMinute())
                .bind("end", hours.toMinute()).execute();
            handle.createUpdate("""
                    insert into irregular_hours (key, organisation_id, weekday, from_minute, to_minute, per_mille, source, valid_from, valid_to)
                    values (:key, :library, :day, :begin, :end, :mille, :source, :from, cast(:to as date))""")
                .bind("key", key).bind("library", library).bind("day", day(hours)).bind("begin", hours.fromMinute()).bind("end", hours.toMinute())
                .bind("mille", hours.perMille()).bind("source", source).bind("from", hours.from()).bind("to", hours.until()).execute();
        });
        return key;
    }

    /** True where a price of this row was sent to anybody: then it stays. */
    public boolean isUsed(UUID library, HourPrice price) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select exists (select from settlement_line l join settlement s on s.id = l.settlement_id where s.state <> 'DRAFT' and l.lender_id = :library
                   and l.worked_on >= :from and (cast(:to as date) is null or l.worked_on < :to) and (cast(:scale as text) is null or l.scale = :scale))""")
            .bind("library", library).bind("from", price.from()).bind("to", price.until()).bind("scale", price.scale()).mapTo(Boolean.class).one());
    }

    /** Takes the last price of a scale away; the one before it holds on. */
    public boolean remove(UUID library, UUID key) {
        return jdbi.withHandle(handle -> {
            Optional<HourPrice> gone = handle.createQuery("delete from rate where key = :key and organisation_id = :library and kind = 'COST_PRICE_HOUR' returning *")
                .bind("key", key).bind("library", library).map((row, context) -> price(row)).findOne();
            gone.ifPresent(price -> handle.createUpdate("""
                    update rate set valid_to = cast(:to as date) where kind = 'COST_PRICE_HOUR' and organisation_id = :library and coalesce(scale, '') = coalesce(cast(:scale as text), '')
                       and valid_to = :from""")
                .bind("to", price.until()).bind("library", library).bind("scale", price.scale()).bind("from", price.from()).execute());
            return gone.isPresent();
        });
    }

    public boolean removeIrregular(UUID library, UUID key) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from irregular_hours where key = :key and organisation_id = :library")
            .bind("key", key).bind("library", library).execute()) == 1;
    }

    /** People who work there now, by name. */
    public List<Scaled> scales(UUID library, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select s.id, s.given_name || ' ' || s.family_name as name, p.scale, coalesce(p.version, 0) as version from person s
                  left join pay_scale p on p.employee_id = s.id and p.organisation_id = :library
                 where exists (select from employment e where e.person_id = s.id and e.organisation_id = :library and e.starts_on <= :today
                       and (e.ends_on is null or e.ends_on >= :today)) order by s.family_name, s.given_name, s.id""")
            .bind("library", library).bind("today", today)
            .map((row, context) -> new Scaled(row.getObject("id", UUID.class), row.getString("name"), row.getString("scale"), row.getInt("version"))).list());
    }

    /** Her scale at that library; nothing for none. */
    public Optional<String> scale(UUID library, UUID employeeId) {
        return jdbi.withHandle(handle -> handle.createQuery("select scale from pay_scale where organisation_id = :library and employee_id = :employee")
            .bind("library", library).bind("employee", employeeId).mapTo(String.class).findOne());
    }

    public void setScale(UUID library, UUID employeeId, String scale) {
        jdbi.useHandle(handle -> handle.createUpdate(scale == null ? "delete from pay_scale where organisation_id = :library and employee_id = :employee" : """
                insert into pay_scale (organisation_id, employee_id, scale) values (:library, :employee, :scale)
                on conflict (employee_id, organisation_id) do update set scale = excluded.scale, version = pay_scale.version + 1""")
            .bind("library", library).bind("employee", employeeId).bind("scale", scale).execute());
    }

    private static HourPrice price(ResultSet row) throws SQLException {
        return new HourPrice(row.getString("scale"), row.getInt("figure"), row.getInt("wage_cents"), row.getInt("charges_cents"), row.getInt("admin_cents"),
            row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class), row.getBoolean("demo"));
    }

    private static int day(IrregularHours hours) {
        return hours.isOnHolidays() ? HOLIDAY : hours.weekday().getValue();
    }

    private static IrregularHours irregular(ResultSet row) throws SQLException {
        return new IrregularHours(row.getInt("weekday") == HOLIDAY ? null : DayOfWeek.of(row.getInt("weekday")), row.getInt("from_minute"), row.getInt("to_minute"), row.getInt("per_mille"),
            row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class), row.getBoolean("demo"));
    }
}
