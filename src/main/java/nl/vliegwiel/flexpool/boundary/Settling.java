package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.domain.settlement.ApprovedWork;
import nl.vliegwiel.flexpool.domain.settlement.OpenBookLine;
import nl.vliegwiel.flexpool.domain.settlement.OpenBookLine.InvoiceKey;
import nl.vliegwiel.flexpool.domain.settlement.OpenBookLine.Reckoned;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import nl.vliegwiel.flexpool.domain.settlement.RateBook;
import nl.vliegwiel.flexpool.persistence.RateQueries;
import nl.vliegwiel.flexpool.persistence.SettlementQueries;
import nl.vliegwiel.flexpool.persistence.SettlementQueries.Invoice;
import nl.vliegwiel.flexpool.persistence.SettlementQueries.OpenSheet;
import nl.vliegwiel.flexpool.persistence.SettlementQueries.Words;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/**
 * Prices what both employers agreed to and puts it into the drafts of a quarter. A run twice gives the same; what was sent
 * is never reckoned again; all or nothing.
 */
@ApplicationScoped
public class Settling {
    static final int DAYS_TO_PAY = 30;
    private static final int MOST_NAMED = 10;

    @Inject
    private SettlementQueries queries;

    @Inject
    private RateQueries rates;

    protected Settling() {
    }

    /** For what runs outside a container. */
    public Settling(SettlementQueries queries, RateQueries rates) {
        this.queries = queries;
        this.rates = rates;
    }

    /** Work for which a rate is missing on its day, and which. */
    record Missing(UUID placementId, String key) {
    }

    /** Lines with their VAT, by counterpart; and what cannot be priced. */
    record Priced(Map<UUID, List<OpenBookLine>> lines, List<Missing> missing) {
    }

    /** What a run would settle now. @param other null for all counterparts */
    Priced price(UUID library, UUID other, Quarter quarter) {
        return priced(library, queries.approved(library, other, quarter));
    }

    private Priced priced(UUID library, List<ApprovedWork> work) {
        Map<UUID, RateBook> books = rates.books(work.stream().map(ApprovedWork::lenderId).distinct().toList());
        Map<UUID, List<OpenBookLine>> lines = new LinkedHashMap<>();
        List<Missing> missing = new ArrayList<>();
        for (ApprovedWork one : work) {
            Reckoned reckoned = OpenBookLine.of(one, books.get(one.lenderId()));
            if (reckoned.line() == null) {
                missing.add(new Missing(one.placementId(), reckoned.missing()));
            } else {
                lines.computeIfAbsent(one.lenderId().equals(library) ? one.borrowerId() : one.lenderId(), id -> new ArrayList<>()).add(reckoned.line());
            }
        }
        lines.replaceAll((counterpart, own) -> OpenBookLine.withVat(own));
        return new Priced(lines, missing);
    }

    /**
     * Makes or renews the drafts of a library for a quarter.
     *
     * @param other null for all counterparts
     * @param leaveOpen true to leave sheets that are not approved for a later run
     * @return the drafts that have lines now
     * @throws RuleViolation {@code settlement.open} with each placement whose hours are open, {@code settlement.missing.…} with each
     *         for whose day a rate is missing; then nothing is stored
     */
    public List<UUID> run(UUID library, UUID other, Quarter quarter, boolean leaveOpen, Instant now) {
        if (!leaveOpen) {
            requireNoneOpen(queries.open(library, other, quarter, now));
        }
        List<UUID> counterparts = queries.approved(library, other, quarter).stream()
            .map(work -> work.lenderId().equals(library) ? work.borrowerId() : work.lenderId()).distinct()
            .sorted(Comparator.comparing(UUID::toString)).toList();
        counterparts.forEach(counterpart -> queries.lock(library, counterpart));
        Priced priced = price(library, other, quarter);
        requirePriced(priced.missing());
        Map<UUID, List<OpenBookLine>> ordered = new TreeMap<>(Comparator.comparing(UUID::toString));
        ordered.putAll(priced.lines());
        List<UUID> drafts = new ArrayList<>();
        ordered.keySet().retainAll(counterparts);
        ordered.forEach((counterpart, lines) -> drafts.add(draft(library, counterpart, quarter, lines, now)));
        return drafts;
    }

    private UUID draft(UUID library, UUID counterpart, Quarter quarter, List<OpenBookLine> lines, Instant now) {
        UUID draft = queries.draft(library, counterpart, quarter, now);
        List<OpenBookLine> stored = queries.lines(List.of(draft)).stream().map(SettlementQueries.StoredLine::line).toList();
        if (!sorted(stored).equals(sorted(lines))) {
            queries.replace(draft, lines);
            queries.raise(draft);
        }
        return draft;
    }

    /**
     * Makes a draft final: invoices both ways get their numbers, the placements are settled.
     *
     * @throws Conflict {@code settlement.empty}
     */
    public void send(UUID draft, Instant now) {
        SettlementQueries.Head head = queries.head(draft).orElseThrow();
        List<OpenBookLine> lines = queries.lines(List.of(draft)).stream().map(SettlementQueries.StoredLine::line).toList();
        if (lines.isEmpty()) {
            throw new Conflict("settlement.empty");
        }
        if (!queries.send(draft, head.version(), now)) {
            throw new StaleData("stale");
        }
        Map<InvoiceKey, List<OpenBookLine>> invoices = lines.stream().sorted(Comparator.comparing((OpenBookLine line) -> line.lenderId().toString())
            .thenComparing(OpenBookLine::vatGround).thenComparing(OpenBookLine::vatBasisPoints)).collect(Collectors.groupingBy(OpenBookLine::invoice, LinkedHashMap::new, Collectors.toList()));
        // Corrections that change no amount need no invoice
        invoices.values().removeIf(own -> own.stream().allMatch(line -> line.netCents() == 0));
        LocalDate today = now.atZone(Zones.AMSTERDAM).toLocalDate();
        invoices.forEach((key, own) -> queries.add(new Invoice(Ids.next(), draft, key.lenderId(), own.get(0).borrowerId(), queries.nextNumber(key.lenderId(), today.getYear()),
            key.vatGround(), key.vatBasisPoints(), today, today.plusDays(DAYS_TO_PAY), own.stream().mapToLong(OpenBookLine::netCents).sum(),
            own.stream().mapToLong(OpenBookLine::vatCents).sum())));
    }

    private static List<OpenBookLine> sorted(List<OpenBookLine> lines) {
        return lines.stream().sorted(Comparator.comparing(OpenBookLine::placementId).thenComparing(OpenBookLine::entry)).toList();
    }

    private static void requireNoneOpen(List<OpenSheet> open) {
        RuleViolation.throwIfAny(open.stream().limit(MOST_NAMED)
            .map(sheet -> Violation.of("placements[" + sheet.placementId() + "]", "settlement.open", sheet.employee(), sheet.start(), sheet.title())).toList());
    }

    private void requirePriced(List<Missing> missing) {
        if (missing.isEmpty()) {
            return;
        }
        List<Missing> named = missing.stream().limit(MOST_NAMED).toList();
        Map<UUID, Words> words = queries.words(named.stream().map(Missing::placementId).toList()).stream().collect(Collectors.toMap(Words::placementId, Function.identity()));
        throw new RuleViolation(named.stream().map(one -> {
            Words about = words.get(one.placementId());
            return Violation.of("placements[" + one.placementId() + "]", one.key(), about.employee(), about.start(), about.title());
        }).toList());
    }
}
