package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.hours.WorkedHours;
import nl.vliegwiel.flexpool.domain.settlement.ApprovedWork;
import nl.vliegwiel.flexpool.domain.settlement.ApprovedWork.Settled;
import nl.vliegwiel.flexpool.domain.settlement.InvoiceParty;
import nl.vliegwiel.flexpool.domain.settlement.OpenBookLine;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import nl.vliegwiel.flexpool.domain.settlement.SettlementState;
import nl.vliegwiel.platform.persistence.Ids;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Approved hours, settlements with their lines, and invoices. */
@ApplicationScoped
public class SettlementQueries {

    /** What waits: closed placements of the quarter, also those that were cut short, and corrections of what was settled, of any quarter until this one. */
    private static final String APPROVED = """
        select p.id, p.lender_id, p.borrower_id, p.vat_ground, e.number as entry, e.starts_at, e.ends_at, e.break_minutes, e.travel_minutes,
               cast(a.content -> 'money' ->> 'rateCents' as integer) as agreed, cast(a.content -> 'money' ->> 'roadMetres' as integer) as metres, ps.scale,
               b.minutes as before_minutes, b.work as before_work, b.irregular_minutes as before_irregular_minutes, b.irregular as before_irregular,
               b.metres as before_metres, b.travel as before_travel
          from placement p
          join timesheet t on t.placement_id = p.id
          join timesheet_entry e on e.placement_id = p.id and e.number = t.approved_entry
          left join agreement a on a.placement_id = p.id and a.text_version = p.text_version
          left join pay_scale ps on ps.employee_id = p.employee_id and ps.organisation_id = p.lender_id
          left join lateral (select sum(l.minutes) as minutes, sum(l.work_cents) as work, sum(l.irregular_minutes) as irregular_minutes,
                 sum(l.irregular_cents) as irregular, sum(l.road_metres) as metres, sum(l.travel_cents) as travel, max(l.entry) as entry
               from settlement_line l join settlement s on s.id = l.settlement_id where l.placement_id = p.id and s.state <> 'DRAFT') b on true
         where p.lender_id <> p.borrower_id and %s and p.starts_at < :to
           and (b.entry is null and p.state in ('HOURS_CLOSED','CANCELLED') and p.starts_at >= :from and t.state = 'APPROVED' or e.number > b.entry)
           and not exists (select from settlement_line d join settlement s on s.id = d.settlement_id
                where d.placement_id = p.id and d.entry = e.number and s.state = 'DRAFT' and s.quarter_start <> :start)
         order by p.starts_at, p.id""";

    private static final String OF_LIBRARY = "(p.lender_id = :library or p.borrower_id = :library)";
    private static final String OF_PAIR = "(p.lender_id = :one and p.borrower_id = :other or p.lender_id = :other and p.borrower_id = :one)";

    private static final String OPEN = """
        select p.id, p.lender_id, p.borrower_id, p.starts_at, p.ends_at, r.title, e.given_name || ' ' || e.family_name as employee, coalesce(t.state, 'OPEN') as state
          from placement p
          join staff_request r on r.id = p.request_id
          join person e on e.id = p.employee_id
          left join timesheet t on t.placement_id = p.id
         where p.lender_id <> p.borrower_id and %s and p.starts_at >= :from and p.starts_at < :to and p.ends_at <= :now
           and (p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED') or p.state = 'CANCELLED' and t.entry > 0) and coalesce(t.state, 'OPEN') <> 'APPROVED'
         order by p.starts_at, p.id""";

    private static final String HEADS = """
        select s.id, s.version, s.quarter_start, s.one_id, s.other_id, s.run, s.state, s.created_at, s.sent_at, s.paid_at from settlement s where\s""";

    private static final String LINE_COLUMNS = "l.settlement_id, l.placement_id, l.entry, l.kind, l.lender_id, l.borrower_id, l.worked_on, l.minutes, l.scale, "
        + "l.cost_price_cents, l.hour_cents, l.work_cents, l.irregular_minutes, l.irregular_cents, l.road_metres, l.kilometre_cents, l.travel_cents, l.net_cents, "
        + "l.vat_ground, l.vat_basis_points, l.vat_cents, l.rates_version, l.demo";

    @Inject
    private Jdbi jdbi;

    protected SettlementQueries() {
    }

    /** For what runs outside a container. */
    public SettlementQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Work whose hours are not agreed on yet. */
    public record OpenSheet(UUID placementId, UUID lenderId, UUID borrowerId, Instant start, Instant end, String title, String employee, String state) {
    }

    /** @param oneId the smaller of the two ids */
    public record Head(UUID id, int version, Quarter quarter, UUID oneId, UUID otherId, int run, SettlementState state, Instant createdAt, Instant sentAt,
            Instant paidAt) {
    }

    /** A stored line with the settlement that it is of. */
    public record StoredLine(UUID settlementId, OpenBookLine line) {
    }

    /** What a line is about, in words. */
    public record Words(UUID placementId, String employee, String title, String place, Instant start, Instant end) {
    }

    /** An invoice that got a number. */
    public record Invoice(UUID id, UUID settlementId, UUID lenderId, UUID borrowerId, String number, VatGround vatGround, int vatBasisPoints, LocalDate issuedOn,
            LocalDate dueOn, long netCents, long vatCents) {
        public long totalCents() {
            return netCents + vatCents;
        }
    }

    /** Hours and euros without VAT that two libraries settled in some time. */
    public record GiveAndTake(UUID counterpartId, int givenMinutes, int takenMinutes, long givenCents, long takenCents) {
    }

    /**
     * What can be settled; a sheet of which a correction is looked at waits for the next time.
     *
     * @param other null for all counterparts of the library
     */
    public List<ApprovedWork> approved(UUID library, UUID other, Quarter quarter) {
        return jdbi.withHandle(handle -> bindPair(handle.createQuery(APPROVED.formatted(other == null ? OF_LIBRARY : OF_PAIR)), library, other, quarter)
            .bind("start", quarter.start()).map((row, context) -> work(row)).list());
    }

    /** Of both, or of a library with all others, what is over and not approved. */
    public List<OpenSheet> open(UUID library, UUID other, Quarter quarter, Instant now) {
        return jdbi.withHandle(handle -> bindPair(handle.createQuery(OPEN.formatted(other == null ? OF_LIBRARY : OF_PAIR)), library, other, quarter)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .map((row, context) -> new OpenSheet(uuid(row, "id"), uuid(row, "lender_id"), uuid(row, "borrower_id"), row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(), row.getString("title"), row.getString("employee"), row.getString("state"))).list());
    }

    private static Query bindPair(Query query, UUID library, UUID other, Quarter quarter) {
        query.bind("from", quarter.from().atOffset(ZoneOffset.UTC)).bind("to", quarter.to().atOffset(ZoneOffset.UTC));
        return other == null ? query.bind("library", library) : query.bind("one", library).bind("other", other);
    }

    private static ApprovedWork work(ResultSet row) throws SQLException {
        Settled before = row.getObject("before_minutes") == null ? null : new Settled(row.getInt("before_minutes"), row.getLong("before_work"),
            row.getInt("before_irregular_minutes"), row.getLong("before_irregular"), row.getInt("before_metres"), row.getLong("before_travel"));
        return new ApprovedWork(uuid(row, "id"), row.getInt("entry"), uuid(row, "lender_id"), uuid(row, "borrower_id"),
            new WorkedHours(row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant(), row.getInt("break_minutes"), row.getInt("travel_minutes")),
            (Integer) row.getObject("agreed"), row.getInt("metres"), VatGround.valueOf(row.getString("vat_ground")), row.getString("scale"), before);
    }

    /** Waits for its turn: two runs for one pair follow each other, whichever node they are on. */
    public void lock(UUID one, UUID other) {
        String pair = one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
        jdbi.useHandle(handle -> handle.createQuery("select pg_advisory_xact_lock(hashtextextended('settlement ' || :pair, 0))").bind("pair", pair)
            .map((row, context) -> true).one());
    }

    public Optional<Head> head(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(HEADS + "s.id = :id").bind("id", id).map((row, context) -> head(row)).findOne());
    }

    /** Of one library in a quarter, oldest run first. */
    public List<Head> heads(UUID library, Quarter quarter) {
        return jdbi.withHandle(handle -> handle.createQuery(HEADS + "(s.one_id = :library or s.other_id = :library) and s.quarter_start = :quarter order by s.one_id, s.other_id, s.run")
            .bind("library", library).bind("quarter", quarter.start()).map((row, context) -> head(row)).list());
    }

    /** Quarters in which a library has something: settled, or worked. */
    public List<Quarter> quarters(UUID library) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select distinct cast(date_trunc('quarter', p.starts_at at time zone 'Europe/Amsterdam') as date) as start from placement p
                 where (p.lender_id = :library or p.borrower_id = :library) and p.lender_id <> p.borrower_id and (p.state in ('RUNNING','HOURS_CLOSED','SETTLED')
                   or p.state = 'CANCELLED' and exists (select from timesheet t where t.placement_id = p.id and t.approved_entry is not null))
                union select quarter_start from settlement where one_id = :library or other_id = :library
                order by start desc""")
            .bind("library", library).map((row, context) -> new Quarter(row.getObject("start", LocalDate.class))).list());
    }

    /** The only draft of a pair in a quarter, made when there is none; the version of one that was there is raised. */
    public UUID draft(UUID one, UUID other, Quarter quarter, Instant at) {
        UUID low = one.toString().compareTo(other.toString()) < 0 ? one : other;
        UUID high = low.equals(one) ? other : one;
        return jdbi.withHandle(handle -> handle.createQuery("""
                insert into settlement (id, quarter_start, one_id, other_id, run, state, created_at)
                select :id, :quarter, :low, :high, coalesce(max(s.run), 0) + 1, 'DRAFT', :at from settlement s
                 where s.one_id = :low and s.other_id = :high and s.quarter_start = :quarter
                on conflict (one_id, other_id, quarter_start) where state = 'DRAFT' do update set version = settlement.version
                returning id""")
            .bind("id", Ids.next()).bind("quarter", quarter.start()).bind("low", low).bind("high", high).bind("at", at.atOffset(ZoneOffset.UTC))
            .mapTo(UUID.class).one());
    }

    public void raise(UUID settlementId) {
        jdbi.useHandle(handle -> handle.createUpdate("update settlement set version = version + 1 where id = :id").bind("id", settlementId).execute());
    }

    /** Puts these lines in the place of those that a draft had. */
    public void replace(UUID settlementId, Collection<OpenBookLine> lines) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from settlement_line where settlement_id = :id").bind("id", settlementId).execute();
            PreparedBatch batch = handle.prepareBatch("""
                insert into settlement_line (id, settlement_id, placement_id, entry, kind, lender_id, borrower_id, worked_on, minutes, scale, cost_price_cents,
                       hour_cents, work_cents, irregular_minutes, irregular_cents, road_metres, kilometre_cents, travel_cents, net_cents, vat_ground,
                       vat_basis_points, vat_cents, rates_version, demo)
                values (:id, :settlement, :placement, :entry, :kind, :lender, :borrower, :day, :minutes, :scale, :cost, :hour, :work, :paidMinutes, :paid,
                       :metres, :kilometre, :travel, :net, :ground, :points, :vat, :version, :demo)""");
            for (OpenBookLine line : lines) {
                batch.bind("id", Ids.next()).bind("settlement", settlementId).bind("placement", line.placementId()).bind("entry", line.entry())
                    .bind("kind", line.correction() ? "CORRECTION" : "WORK").bind("lender", line.lenderId()).bind("borrower", line.borrowerId())
                    .bind("day", line.workedOn()).bind("minutes", line.minutes()).bind("scale", line.scale()).bind("cost", line.costPriceCents())
                    .bind("hour", line.hourCents()).bind("work", line.workCents()).bind("paidMinutes", line.irregularMinutes()).bind("paid", line.irregularCents())
                    .bind("metres", line.roadMetres()).bind("kilometre", line.kilometreCents()).bind("travel", line.travelCents()).bind("net", line.netCents())
                    .bind("ground", line.vatGround().name()).bind("points", line.vatBasisPoints()).bind("vat", line.vatCents()).bind("version", line.ratesVersion())
                    .bind("demo", line.demo()).add();
            }
            if (!lines.isEmpty()) {
                batch.execute();
            }
        });
    }

    /** Lines of these settlements, by day of the work. */
    public List<StoredLine> lines(Collection<UUID> settlements) {
        return settlements.isEmpty() ? List.of() : jdbi.withHandle(handle -> handle.createQuery("select " + LINE_COLUMNS
                + " from settlement_line l where l.settlement_id = any(:ids) order by l.worked_on, l.placement_id, l.entry")
            .bindArray("ids", UUID.class, settlements.toArray())
            .map((row, context) -> new StoredLine(uuid(row, "settlement_id"), new OpenBookLine(uuid(row, "placement_id"), row.getInt("entry"),
                "CORRECTION".equals(row.getString("kind")), uuid(row, "lender_id"), uuid(row, "borrower_id"), row.getObject("worked_on", LocalDate.class),
                row.getInt("minutes"), row.getString("scale"), row.getInt("cost_price_cents"), row.getInt("hour_cents"), row.getLong("work_cents"),
                row.getInt("irregular_minutes"), row.getLong("irregular_cents"), row.getInt("road_metres"), row.getInt("kilometre_cents"),
                row.getLong("travel_cents"), row.getLong("net_cents"), VatGround.valueOf(row.getString("vat_ground")), row.getInt("vat_basis_points"),
                row.getLong("vat_cents"), row.getString("rates_version"), row.getBoolean("demo")))).list());
    }

    public List<Words> words(Collection<UUID> placements) {
        return placements.isEmpty() ? List.of() : jdbi.withHandle(handle -> handle.createQuery("""
                select p.id, e.given_name || ' ' || e.family_name as employee, r.title, wp.name as place, p.starts_at, p.ends_at
                  from placement p join staff_request r on r.id = p.request_id join branch b on b.id = r.branch_id join place wp on wp.id = b.place_id
                  join person e on e.id = p.employee_id where p.id = any(:ids)""")
            .bindArray("ids", UUID.class, placements.toArray())
            .map((row, context) -> new Words(uuid(row, "id"), row.getString("employee"), row.getString("title"), row.getString("place"),
                row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant())).list());
    }

    /** Makes a draft final, and its placements settled. @return false when somebody changed it since */
    public boolean send(UUID settlementId, int seenVersion, Instant at) {
        boolean sent = jdbi.withHandle(handle -> handle.createUpdate("""
                update settlement set state = 'SENT', sent_at = :at, version = version + 1 where id = :id and version = :seen and state = 'DRAFT'""")
            .bind("at", at.atOffset(ZoneOffset.UTC)).bind("id", settlementId).bind("seen", seenVersion).execute()) == 1;
        if (sent) {
            jdbi.useHandle(handle -> handle.createUpdate("""
                    update placement set state = 'SETTLED', changed_at = :at, version = version + 1
                     where state = 'HOURS_CLOSED' and id in (select placement_id from settlement_line where settlement_id = :id)""")
                .bind("at", at.atOffset(ZoneOffset.UTC)).bind("id", settlementId).execute());
        }
        return sent;
    }

    /** @return false when somebody changed it since */
    public boolean pay(UUID settlementId, int seenVersion, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update settlement set state = 'PAID', paid_at = :at, version = version + 1 where id = :id and version = :seen and state = 'SENT'""")
            .bind("at", at.atOffset(ZoneOffset.UTC)).bind("id", settlementId).bind("seen", seenVersion).execute()) == 1;
    }

    /** The next number of a library in a year; rolled back together with what it was for, so that none is left out. */
    public String nextNumber(UUID libraryId, int year) {
        int next = jdbi.withHandle(handle -> handle.createQuery("""
                insert into invoice_number (organisation_id, year, last) values (:library, :year, 1)
                on conflict (organisation_id, year) do update set last = invoice_number.last + 1 returning last""")
            .bind("library", libraryId).bind("year", year).mapTo(Integer.class).one());
        return "%d-%05d".formatted(year, next);
    }

    public void add(Invoice invoice) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into invoice (id, settlement_id, lender_id, borrower_id, number, vat_ground, vat_basis_points, issued_on, due_on, net_cents, vat_cents)
                values (:id, :settlement, :lender, :borrower, :number, :ground, :points, :issued, :due, :net, :vat)""")
            .bind("id", invoice.id()).bind("settlement", invoice.settlementId()).bind("lender", invoice.lenderId()).bind("borrower", invoice.borrowerId())
            .bind("number", invoice.number()).bind("ground", invoice.vatGround().name()).bind("points", invoice.vatBasisPoints())
            .bind("issued", invoice.issuedOn()).bind("due", invoice.dueOn()).bind("net", invoice.netCents()).bind("vat", invoice.vatCents()).execute());
    }

    public Optional<Invoice> invoice(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from invoice where id = :id").bind("id", id).map((row, context) -> invoice(row)).findOne());
    }

    /** Invoices of these settlements, by lender and number. */
    public List<Invoice> invoices(Collection<UUID> settlements) {
        return settlements.isEmpty() ? List.of() : jdbi.withHandle(handle -> handle.createQuery("select * from invoice where settlement_id = any(:ids) order by lender_id, number")
            .bindArray("ids", UUID.class, settlements.toArray()).map((row, context) -> invoice(row)).list());
    }

    private static Invoice invoice(ResultSet row) throws SQLException {
        return new Invoice(uuid(row, "id"), uuid(row, "settlement_id"), uuid(row, "lender_id"), uuid(row, "borrower_id"), row.getString("number"),
            VatGround.valueOf(row.getString("vat_ground")), row.getInt("vat_basis_points"), row.getObject("issued_on", LocalDate.class),
            row.getObject("due_on", LocalDate.class), row.getLong("net_cents"), row.getLong("vat_cents"));
    }

    /** What a library gave each other library and took from it, of work in a stretch of days, in what was sent. */
    public List<GiveAndTake> giveAndTake(UUID library, LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select case when l.lender_id = :library then l.borrower_id else l.lender_id end as counterpart,
                       coalesce(sum(l.minutes) filter (where l.lender_id = :library), 0) as given, coalesce(sum(l.minutes) filter (where l.borrower_id = :library), 0) as taken,
                       coalesce(sum(l.net_cents) filter (where l.lender_id = :library), 0) as given_cents,
                       coalesce(sum(l.net_cents) filter (where l.borrower_id = :library), 0) as taken_cents
                  from settlement s join settlement_line l on l.settlement_id = s.id
                 where (s.one_id = :library or s.other_id = :library) and s.state <> 'DRAFT' and l.worked_on >= :from and l.worked_on < :to
                 group by counterpart""")
            .bind("library", library).bind("from", from).bind("to", to)
            .map((row, context) -> new GiveAndTake(uuid(row, "counterpart"), row.getInt("given"), row.getInt("taken"), row.getLong("given_cents"), row.getLong("taken_cents")))
            .list());
    }

    /** Names of libraries, and ids that are none are left out. */
    public Map<UUID, String> names(Set<UUID> libraries) {
        return libraries.isEmpty() ? Map.of() : jdbi.withHandle(handle -> handle.createQuery("select id, name from organisation where id = any(:ids)")
            .bindArray("ids", UUID.class, libraries.toArray()).reduceRows(new HashMap<UUID, String>(), (names, row) -> {
                names.put(row.getColumn("id", UUID.class), row.getColumn("name", String.class));
                return names;
            }));
    }

    public Optional<InvoiceParty> party(UUID library) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from invoice_party where organisation_id = :library").bind("library", library)
            .map((row, context) -> new InvoiceParty(row.getString("legal_name"), row.getString("kvk"), row.getString("vat_id"), row.getString("street"),
                row.getString("postcode"), row.getString("city"), row.getString("iban"), row.getString("email"))).findOne());
    }

    public int partyVersion(UUID library) {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(max(version), 0) from invoice_party where organisation_id = :library")
            .bind("library", library).mapTo(Integer.class).one());
    }

    /** @return false when somebody changed it since */
    public boolean save(UUID library, int seenVersion, InvoiceParty party) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                insert into invoice_party (organisation_id, legal_name, kvk, vat_id, street, postcode, city, iban, email)
                select :library, :name, :kvk, :vat, :street, :postcode, :city, :iban, :email
                 where :seen = 0 or exists (select from invoice_party where organisation_id = :library)
                on conflict (organisation_id) do update set version = invoice_party.version + 1, legal_name = excluded.legal_name, kvk = excluded.kvk,
                   vat_id = excluded.vat_id, street = excluded.street, postcode = excluded.postcode, city = excluded.city, iban = excluded.iban, email = excluded.email
                 where invoice_party.version = :seen""")
            .bind("library", library).bind("seen", seenVersion).bind("name", party.legalName()).bind("kvk", party.kvk()).bind("vat", party.vatId())
            .bind("street", party.street()).bind("postcode", party.postcode()).bind("city", party.city()).bind("iban", party.iban()).bind("email", party.email())
            .execute()) == 1;
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(uuid(row, "id"), row.getInt("version"), new Quarter(row.getObject("quarter_start", LocalDate.class)), uuid(row, "one_id"),
            uuid(row, "other_id"), row.getInt("run"), SettlementState.valueOf(row.getString("state")), row.getTimestamp("created_at").toInstant(),
            instant(row, "sent_at"), instant(row, "paid_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column) == null ? null : row.getTimestamp(column).toInstant();
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
