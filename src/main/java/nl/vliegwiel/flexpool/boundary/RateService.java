package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.agreement.Rate;
import nl.vliegwiel.flexpool.domain.settlement.HourPrice;
import nl.vliegwiel.flexpool.domain.settlement.InvoiceParty;
import nl.vliegwiel.flexpool.domain.settlement.IrregularHours;
import nl.vliegwiel.flexpool.persistence.RateQueries;
import nl.vliegwiel.flexpool.persistence.RateQueries.Scaled;
import nl.vliegwiel.flexpool.persistence.RateQueries.StoredIrregular;
import nl.vliegwiel.flexpool.persistence.RateQueries.StoredPrice;
import nl.vliegwiel.flexpool.persistence.SettlementQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.time.Zones;

/** What an hour costs at a library, day by day and part by part; kept by its HR and finance (R2, R6). */
@UseCase
public class RateService {
    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_SCALE = 20;
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 1, 1);
    private static final int DAY = 24 * 60;

    @Inject
    private RateQueries queries;

    @Inject
    private SettlementQueries settlements;

    @Inject
    private SettlementPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * All figures of a library.
     *
     * @param general kilometres and VAT, of everybody
     * @param people who work there now, with their scale
     * @param party null as long as it is not known
     * @param partyVersion 0 as long as it is not known
     */
    public record Rates(UUID libraryId, String library, List<StoredPrice> hours, List<StoredIrregular> irregular, List<Rate> general, List<Scaled> people, InvoiceParty party,
            int partyVersion, LocalDate today, boolean mayKeep) {
    }

    /** A new price. @param validTo last day on which it holds; null for no end */
    public record SetPrice(String scale, Integer wageCents, Integer chargesCents, Integer adminCents, Integer chargedCents, String source, LocalDate validFrom, LocalDate validTo) {
    }

    /** New hours with something on top. @param validTo last day on which they hold; null for no end */
    public record SetIrregular(DayOfWeek weekday, boolean holidays, Integer fromMinute, Integer toMinute, Integer perMille, String source, LocalDate validFrom, LocalDate validTo) {
    }

    /** @throws NotFound to a stranger */
    public Rates rates(UUID libraryId) {
        policy.requireRead(actor.get(), libraryId);
        LocalDate today = LocalDate.now(clock.withZone(Zones.AMSTERDAM));
        return new Rates(libraryId, settlements.names(java.util.Set.of(libraryId)).get(libraryId), queries.prices(libraryId), queries.irregularHours(libraryId),
            queries.books(List.of(libraryId)).get(libraryId).general(), queries.scales(libraryId, today), settlements.party(libraryId).orElse(null),
            settlements.partyVersion(libraryId), today, policy.mayKeep(actor.get(), libraryId));
    }

    /**
     * Sets a price from a day on; one that had no end ends there.
     *
     * @throws RuleViolation per field: what is missing, {@code rate.margin} above the cost price (R2), {@code rate.overlap} and {@code rate.gap}
     *         where it does not join those before and after it
     */
    public Rates setPrice(UUID libraryId, SetPrice command) {
        policy.requireKeep(actor.get(), libraryId);
        List<Violation> faults = new ArrayList<>();
        missing("wageCents", command.wageCents(), faults);
        missing("validFrom", command.validFrom(), faults);
        String scale = command.scale() == null || command.scale().isBlank() ? null : command.scale().strip();
        if (scale != null && (scale.length() > LONGEST_SCALE || !scale.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} .-]*"))) {
            faults.add(Violation.of("scale", "rate.scale.wrong", LONGEST_SCALE));
        }
        String source = source(command.source(), faults);
        days(command.validFrom(), command.validTo(), faults);
        RuleViolation.throwIfAny(faults);
        int charges = Objects.requireNonNullElse(command.chargesCents(), 0);
        int admin = Objects.requireNonNullElse(command.adminCents(), 0);
        long cost = (long) command.wageCents() + charges + admin;
        int charged = command.chargedCents() == null ? (int) Math.min(cost, HourPrice.MOST_CENTS + 1L) : command.chargedCents();
        HourPrice price = new HourPrice(scale, charged, command.wageCents(), charges, admin, command.validFrom(),
            command.validTo() == null ? null : command.validTo().plusDays(1), false);
        RuleViolation.throwIfAny(price.check());
        join(price.from(), price.until(), queries.prices(libraryId).stream().map(StoredPrice::price).filter(one -> Objects.equals(one.scale(), scale))
            .map(one -> new Days(one.from(), one.until())).toList());
        UUID key = queries.add(libraryId, price, source, actor.get().personId());
        audit.record(actor.get(), "rate_set", "organisation", libraryId, libraryId, Map.of("rate", key.toString(), "chargedCents", charged, "validFrom", price.from().toString()));
        return rates(libraryId);
    }

    private record Days(LocalDate from, LocalDate until) {
    }

    /** No day twice, and none left out between two prices; the database looks once more at what comes at the same time. */
    private static void join(LocalDate from, LocalDate until, List<Days> others) {
        for (Days other : others) {
            boolean ends = other.until() == null && other.from().isBefore(from);
            if (!ends && (other.until() == null || from.isBefore(other.until())) && (until == null || other.from().isBefore(until))) {
                throw new RuleViolation(List.of(Violation.of("validFrom", "rate.overlap", other.from())));
            }
        }
        boolean joins = others.isEmpty() || others.stream().anyMatch(other -> from.equals(other.until()) || until != null && until.equals(other.from())
            || other.until() == null && other.from().isBefore(from));
        if (!joins) {
            LocalDate last = others.stream().map(Days::until).filter(Objects::nonNull).filter(end -> end.isBefore(from)).max(LocalDate::compareTo).orElse(null);
            throw new RuleViolation(List.of(last == null ? Violation.of("validTo", "rate.gap.after") : Violation.of("validFrom", "rate.gap", last)));
        }
    }

    /**
     * Takes a price back that nothing was settled with; the one before it holds on.
     *
     * @throws NotFound {@code rate.notFound}
     * @throws Conflict {@code rate.used}
     */
    public Rates removePrice(UUID libraryId, UUID key) {
        policy.requireKeep(actor.get(), libraryId);
        StoredPrice price = queries.prices(libraryId).stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow(() -> new NotFound("rate.notFound"));
        if (queries.isUsed(libraryId, price.price())) {
            throw new Conflict("rate.used");
        }
        queries.remove(libraryId, key);
        audit.record(actor.get(), "rate_removed", "organisation", libraryId, libraryId, Map.of("rate", key.toString(), "chargedCents", price.price().chargedCents(),
            "validFrom", price.price().from().toString()));
        return rates(libraryId);
    }

    /** Sets what is paid on top at some hours. @throws RuleViolation per field; {@code rate.overlap} */
    public Rates setIrregular(UUID libraryId, SetIrregular command) {
        policy.requireKeep(actor.get(), libraryId);
        List<Violation> faults = new ArrayList<>();
        if (!command.holidays()) {
            missing("weekday", command.weekday(), faults);
        } else if (command.weekday() != null) {
            faults.add(Violation.of("weekday", "rate.day.both"));
        }
        missing("fromMinute", command.fromMinute(), faults);
        missing("toMinute", command.toMinute(), faults);
        missing("perMille", command.perMille(), faults);
        missing("validFrom", command.validFrom(), faults);
        String source = source(command.source(), faults);
        days(command.validFrom(), command.validTo(), faults);
        RuleViolation.throwIfAny(faults);
        if (command.fromMinute() < 0 || command.toMinute() > DAY || command.toMinute() <= command.fromMinute()) {
            faults.add(Violation.of("toMinute", "rate.hours.wrong"));
        }
        if (command.perMille() < 1 || command.perMille() > 2_000) {
            faults.add(Violation.of("perMille", "rate.part.wrong"));
        }
        RuleViolation.throwIfAny(faults);
        IrregularHours hours = new IrregularHours(command.weekday(), command.fromMinute(), command.toMinute(), command.perMille(), command.validFrom(),
            command.validTo() == null ? null : command.validTo().plusDays(1), false);
        for (StoredIrregular stored : queries.irregularHours(libraryId)) {
            IrregularHours other = stored.hours();
            boolean same = other.fromMinute() == hours.fromMinute() && other.toMinute() == hours.toMinute();
            boolean ends = same && other.until() == null && other.from().isBefore(hours.from());
            if (other.weekday() == hours.weekday() && !ends && other.fromMinute() < hours.toMinute() && hours.fromMinute() < other.toMinute()
                && (other.until() == null || hours.from().isBefore(other.until())) && (hours.until() == null || other.from().isBefore(hours.until()))) {
                throw new RuleViolation(List.of(Violation.of("validFrom", "rate.overlap", other.from())));
            }
        }
        UUID key = queries.add(libraryId, hours, source);
        audit.record(actor.get(), "irregular_set", "organisation", libraryId, libraryId, Map.of("rate", key.toString(), "perMille", hours.perMille(), "validFrom", hours.from().toString()));
        return rates(libraryId);
    }

    /** @throws NotFound {@code rate.notFound} */
    public Rates removeIrregular(UUID libraryId, UUID key) {
        policy.requireKeep(actor.get(), libraryId);
        if (!queries.removeIrregular(libraryId, key)) {
            throw new NotFound("rate.notFound");
        }
        audit.record(actor.get(), "irregular_removed", "organisation", libraryId, libraryId, Map.of("rate", key.toString()));
        return rates(libraryId);
    }

    /** Says by which scale somebody is priced. @param scale null for none; @throws NotFound {@code rate.person.unknown}; @throws RuleViolation {@code rate.scale.unknown} */
    public Rates setScale(UUID libraryId, UUID employeeId, String scale) {
        policy.requireKeep(actor.get(), libraryId);
        String name = scale == null || scale.isBlank() ? null : scale.strip();
        if (rates(libraryId).people().stream().noneMatch(one -> one.employeeId().equals(employeeId))) {
            throw new NotFound("rate.person.unknown");
        }
        if (name != null && queries.prices(libraryId).stream().noneMatch(one -> name.equals(one.price().scale()))) {
            throw new RuleViolation(List.of(Violation.of("scale", "rate.scale.unknown")));
        }
        queries.setScale(libraryId, employeeId, name);
        audit.record(actor.get(), "scale_set", "organisation", libraryId, libraryId, Map.of("person", employeeId.toString()));
        return rates(libraryId);
    }

    /** How an invoice names the library. @throws RuleViolation per field; @throws StaleData when somebody else changed it since */
    public Rates setParty(UUID libraryId, int seenVersion, InvoiceParty party) {
        policy.requireKeep(actor.get(), libraryId);
        List<Violation> faults = new ArrayList<>(party.check());
        for (Map.Entry<String, String> text : Map.of("legalName", party.legalName(), "street", party.street(), "city", party.city()).entrySet()) {
            BsnGuard.check(text.getKey(), text.getValue()).ifPresent(faults::add);
        }
        RuleViolation.throwIfAny(faults);
        if (!settlements.save(libraryId, seenVersion, party)) {
            throw new StaleData("stale");
        }
        audit.record(actor.get(), "invoice_party_set", "organisation", libraryId, libraryId, Map.of());
        return rates(libraryId);
    }

    private static void missing(String field, Object value, List<Violation> faults) {
        if (value == null) {
            faults.add(Violation.of(field, "rate.missing"));
        }
    }

    private static String source(String typed, List<Violation> faults) {
        String source = typed == null ? "" : typed.strip();
        if (source.length() < 3 || source.length() > LONGEST_SOURCE || source.indexOf('\u0000') >= 0) {
            faults.add(Violation.of("source", "rate.source.missing", LONGEST_SOURCE));
        }
        BsnGuard.check("source", source).ifPresent(faults::add);
        return source;
    }

    private static void days(LocalDate from, LocalDate to, List<Violation> faults) {
        if (from != null && (from.isBefore(FIRST_DAY) || from.isAfter(LAST_DAY))) {
            faults.add(Violation.of("validFrom", "rate.day.wrong"));
        }
        if (to != null && (from != null && to.isBefore(from) || to.isAfter(LAST_DAY))) {
            faults.add(Violation.of("validTo", "rate.until.afterFrom"));
        }
    }
}
