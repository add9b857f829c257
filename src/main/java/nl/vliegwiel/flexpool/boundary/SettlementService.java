package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.SettlementChanged;
import nl.vliegwiel.flexpool.SettlementChanged.Change;
import nl.vliegwiel.flexpool.boundary.NlciusInvoice.Document;
import nl.vliegwiel.flexpool.boundary.SettlementOverview.Counterpart;
import nl.vliegwiel.flexpool.boundary.SettlementOverview.Lack;
import nl.vliegwiel.flexpool.boundary.SettlementOverview.Open;
import nl.vliegwiel.flexpool.boundary.SettlementOverview.Year;
import nl.vliegwiel.flexpool.boundary.SettlementView.Line;
import nl.vliegwiel.flexpool.boundary.SettlementView.Mine;
import nl.vliegwiel.flexpool.domain.settlement.InvoiceParty;
import nl.vliegwiel.flexpool.domain.settlement.Netting;
import nl.vliegwiel.flexpool.domain.settlement.OpenBookLine;
import nl.vliegwiel.flexpool.domain.settlement.OpenBookLine.InvoiceKey;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import nl.vliegwiel.flexpool.domain.settlement.SettlementState;
import nl.vliegwiel.flexpool.persistence.SettlementQueries;
import nl.vliegwiel.flexpool.persistence.SettlementQueries.GiveAndTake;
import nl.vliegwiel.flexpool.persistence.SettlementQueries.Head;
import nl.vliegwiel.flexpool.persistence.SettlementQueries.Invoice;
import nl.vliegwiel.flexpool.persistence.SettlementQueries.OpenSheet;
import nl.vliegwiel.flexpool.persistence.SettlementQueries.StoredLine;
import nl.vliegwiel.flexpool.persistence.SettlementQueries.Words;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/** Open book and netting between libraries, a quarter at a time: draft, sent, paid. Invoices go both ways. */
@UseCase
public class SettlementService {
    private static final int QUARTERS_BACK = 3;

    @Inject
    private SettlementQueries queries;

    @Inject
    private Settling settling;

    @Inject
    private SettlementPolicy policy;

    @Inject
    private SettlementPdf pdf;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<SettlementChanged> changed;

    /** A finished file. */
    public record File(String name, byte[] bytes) {
    }

    /**
     * @param quarter null for the last one that is over
     * @param counterpartId null for all
     * @throws NotFound {@code settlement.notFound} to whoever does not belong to the library
     */
    public SettlementOverview overview(UUID libraryId, Quarter quarter, UUID counterpartId) {
        Actor who = actor.get();
        policy.requireRead(who, libraryId);
        Quarter asked = quarter == null ? Quarter.of(today()).before() : quarter;
        Settling.Priced waiting = settling.price(libraryId, counterpartId, asked);
        List<Head> heads = queries.heads(libraryId, asked).stream().filter(head -> counterpartId == null || other(head, libraryId).equals(counterpartId)).toList();
        List<OpenSheet> open = queries.open(libraryId, counterpartId, asked, clock.instant());
        Map<UUID, GiveAndTake> year = queries.giveAndTake(libraryId, asked.start().minusMonths(3L * QUARTERS_BACK), asked.end()).stream()
            .filter(one -> counterpartId == null || one.counterpartId().equals(counterpartId)).collect(Collectors.toMap(GiveAndTake::counterpartId, Function.identity()));
        Map<UUID, List<OpenBookLine>> stored = storedLines(heads);
        Set<UUID> others = new LinkedHashSet<>(waiting.lines().keySet());
        heads.forEach(head -> others.add(other(head, libraryId)));
        open.forEach(sheet -> others.add(other(sheet, libraryId)));
        others.addAll(year.keySet());
        Set<UUID> named = new HashSet<>(others);
        named.add(libraryId);
        Map<UUID, String> names = queries.names(named);
        Map<UUID, Words> words = words(Stream.concat(stored.values().stream(), waiting.lines().values().stream()).flatMap(List::stream).toList());
        Map<UUID, List<Invoice>> invoices = queries.invoices(heads.stream().map(Head::id).toList()).stream().collect(Collectors.groupingBy(Invoice::settlementId));
        Map<UUID, Words> lacking = queries.words(waiting.missing().stream().map(Settling.Missing::placementId).toList()).stream()
            .collect(Collectors.toMap(Words::placementId, Function.identity()));
        List<Lack> missing = waiting.missing().stream().map(one -> {
            Words about = lacking.get(one.placementId());
            return new Lack(one.placementId(), one.key(), about.employee(), about.title(), about.start());
        }).toList();
        List<Counterpart> counterparts = new ArrayList<>();
        for (UUID other : others) {
            List<SettlementView> views = new ArrayList<>();
            Set<String> drafted = new HashSet<>();
            for (Head head : heads) {
                if (other(head, libraryId).equals(other)) {
                    List<OpenBookLine> lines = stored.getOrDefault(head.id(), List.of());
                    if (head.state() == SettlementState.DRAFT) {
                        lines.forEach(line -> drafted.add(key(line)));
                    }
                    if (!lines.isEmpty()) {
                        views.add(view(who, head, libraryId, names, lines, words, invoices.getOrDefault(head.id(), List.of())));
                    }
                }
            }
            List<OpenBookLine> more = OpenBookLine.withVat(waiting.lines().getOrDefault(other, List.of()).stream().filter(line -> !drafted.contains(key(line))).toList());
            if (!more.isEmpty()) {
                views.add(new SettlementView(null, 0, asked, views.size() + 1, null, libraryId, names.get(libraryId), other, names.get(other),
                    Netting.of(libraryId, other, more), lines(more, libraryId, words), lines(more, other, words), List.of(), null, null, null, new Mine(false, false)));
            }
            GiveAndTake given = year.get(other);
            counterparts.add(new Counterpart(other, names.get(other), views, open.stream().filter(sheet -> other(sheet, libraryId).equals(other))
                .map(sheet -> new Open(sheet.placementId(), sheet.start(), sheet.end(), sheet.title(), sheet.employee(), sheet.lenderId().equals(libraryId))).toList(),
                given == null ? null : new Year(given.givenMinutes(), given.takenMinutes(), given.givenCents(), given.takenCents())));
        }
        counterparts.sort(Comparator.comparing(Counterpart::name).thenComparing(Counterpart::id));
        return new SettlementOverview(libraryId, names.get(libraryId), asked, queries.quarters(libraryId), counterparts, missing, policy.mayKeep(who, libraryId));
    }

    private static String key(OpenBookLine line) {
        return line.placementId() + " " + line.entry();
    }

    private Map<UUID, List<OpenBookLine>> storedLines(List<Head> heads) {
        return queries.lines(heads.stream().map(Head::id).toList()).stream()
            .collect(Collectors.groupingBy(StoredLine::settlementId, Collectors.mapping(StoredLine::line, Collectors.toList())));
    }

    private Map<UUID, Words> words(List<OpenBookLine> lines) {
        return queries.words(lines.stream().map(OpenBookLine::placementId).distinct().toList()).stream().collect(Collectors.toMap(Words::placementId, Function.identity()));
    }

    private SettlementView view(Actor who, Head head, UUID libraryId, Map<UUID, String> names, List<OpenBookLine> lines, Map<UUID, Words> words, List<Invoice> invoices) {
        UUID other = other(head, libraryId);
        Netting netting = Netting.of(libraryId, other, lines);
        boolean keeps = policy.mayKeep(who, libraryId);
        UUID payee = netting.payeeId();
        return new SettlementView(head.id(), head.version(), head.quarter(), head.run(), head.state(), libraryId, names.get(libraryId), other, names.get(other), netting,
            lines(lines, libraryId, words), lines(lines, other, words), invoices.stream().map(one -> new SettlementView.Invoice(one.id(), one.number(),
                one.lenderId().equals(libraryId), one.vatGround(), one.issuedOn(), one.dueOn(), one.netCents(), one.vatCents())).toList(),
            head.createdAt(), head.sentAt(), head.paidAt(), new Mine(keeps && head.state() == SettlementState.DRAFT,
                keeps && head.state() == SettlementState.SENT && (payee == null || policy.mayKeep(who, payee))));
    }

    private static List<Line> lines(List<OpenBookLine> lines, UUID lender, Map<UUID, Words> words) {
        return lines.stream().filter(line -> line.lenderId().equals(lender)).map(line -> {
            Words about = words.get(line.placementId());
            return new Line(line, about.employee(), about.title(), about.place(), about.start(), about.end());
        }).toList();
    }

    private static UUID other(Head head, UUID libraryId) {
        return head.oneId().equals(libraryId) ? head.otherId() : head.oneId();
    }

    private static UUID other(OpenSheet sheet, UUID libraryId) {
        return sheet.lenderId().equals(libraryId) ? sheet.borrowerId() : sheet.lenderId();
    }

    /**
     * Makes or renews the drafts of a library for a quarter; the same again gives the same.
     *
     * @param counterpartId null for all
     * @param leaveOpen true to leave sheets that are not approved for a later run
     * @throws RuleViolation {@code settlement.open} with each placement whose hours are open, {@code settlement.missing.…},
     *         {@code settlement.quarter.missing}, {@code settlement.quarter.future}
     */
    public SettlementOverview run(UUID libraryId, Quarter quarter, UUID counterpartId, boolean leaveOpen) {
        policy.requireKeep(actor.get(), libraryId);
        if (quarter == null) {
            throw new RuleViolation(List.of(Violation.of("quarter", "settlement.quarter.missing")));
        }
        if (quarter.start().isAfter(today())) {
            throw new RuleViolation(List.of(Violation.of("quarter", "settlement.quarter.future")));
        }
        List<UUID> drafts = settling.run(libraryId, counterpartId, quarter, leaveOpen, clock.instant());
        if (!drafts.isEmpty()) {
            audit.recordAll(actor.get(), "run", "settlement", drafts, libraryId, Map.of("quarter", quarter.name()));
        }
        return overview(libraryId, quarter, counterpartId);
    }

    /** One settlement, seen by a library of the two that the reader keeps. */
    public SettlementView settlement(UUID id) {
        Head head = head(id);
        policy.requireReadEither(actor.get(), head.oneId(), head.otherId());
        return view(head);
    }

    private Head head(UUID id) {
        return queries.head(id).orElseThrow(() -> new NotFound("settlement.notFound"));
    }

    private SettlementView view(Head head) {
        Actor who = actor.get();
        UUID mine = side(who, head);
        List<OpenBookLine> lines = storedLines(List.of(head)).getOrDefault(head.id(), List.of());
        return view(who, head, mine, queries.names(Set.of(head.oneId(), head.otherId())), lines, words(lines), queries.invoices(List.of(head.id())));
    }

    /** Whoever keeps both sees it from the library that she acts for. */
    private UUID side(Actor who, Head head) {
        if (head.otherId().equals(who.actingFor()) && policy.mayRead(who, head.otherId())) {
            return head.otherId();
        }
        return policy.mayRead(who, head.oneId()) ? head.oneId() : head.otherId();
    }

    /**
     * Makes it final: invoices both ways get their numbers, the placements are settled. Said again, it changes nothing.
     *
     * @throws StaleData when it was reckoned anew since it was seen
     * @throws Conflict {@code settlement.empty}
     */
    public SettlementView send(UUID id, int seenVersion) {
        Head head = head(id);
        policy.requireKeepEither(actor.get(), head.oneId(), head.otherId());
        queries.lock(head.oneId(), head.otherId());
        head = head(id);
        if (head.state() != SettlementState.DRAFT) {
            return view(head);
        }
        if (head.version() != seenVersion) {
            throw new StaleData("stale");
        }
        Instant now = clock.instant();
        settling.send(id, now);
        tell(head, Change.SENT, "sent", now);
        return view(head(id));
    }

    /**
     * The balance came in, says who gets it. Said again, it changes nothing.
     *
     * @throws Conflict {@code settlement.notSent}
     */
    public SettlementView pay(UUID id, int seenVersion) {
        Head head = head(id);
        policy.requireReadEither(actor.get(), head.oneId(), head.otherId());
        List<OpenBookLine> lines = storedLines(List.of(head)).getOrDefault(id, List.of());
        policy.requireReceive(actor.get(), Netting.of(head.oneId(), head.otherId(), lines).payeeId(), head.oneId(), head.otherId());
        if (head.state() == SettlementState.DRAFT) {
            throw new Conflict("settlement.notSent");
        }
        if (head.state() == SettlementState.PAID) {
            return view(head);
        }
        Instant now = clock.instant();
        if (!queries.pay(id, seenVersion, now)) {
            throw new StaleData("stale");
        }
        tell(head, Change.PAID, "paid", now);
        return view(head(id));
    }

    private void tell(Head head, Change change, String action, Instant now) {
        Actor who = actor.get();
        UUID mine = policy.mayKeep(who, head.oneId()) ? head.oneId() : head.otherId();
        for (UUID library : List.of(head.oneId(), head.otherId())) {
            audit.record(who, action, "settlement", head.id(), library, Map.of("quarter", head.quarter().name(), "run", head.run()));
        }
        changed.fire(new SettlementChanged(head.id(), mine, other(head, mine), change, who.personId(), now));
    }

    /** The open book of a quarter on paper. @param counterpartId null for all */
    public File pdf(UUID libraryId, Quarter quarter, UUID counterpartId) {
        SettlementOverview overview = overview(libraryId, quarter, counterpartId);
        policy.requireRead(actor.get(), libraryId);
        return new File("afrekening-" + overview.quarter().name() + ".pdf", pdf.write(overview.library(), overview.quarter(),
            overview.counterparts().stream().flatMap(one -> one.settlements().stream()).toList(), clock.instant()));
    }

    /** One settlement on paper. */
    public File pdf(UUID settlementId) {
        SettlementView view = settlement(settlementId);
        policy.requireRead(actor.get(), view.libraryId());
        return new File("afrekening-" + view.quarter().name() + "-" + view.run() + ".pdf", pdf.write(view.library(), view.quarter(), List.of(view), clock.instant()));
    }

    /** A row per line, as a Dutch spreadsheet opens it. @param counterpartId null for all */
    public File csv(UUID libraryId, Quarter quarter, UUID counterpartId) {
        SettlementOverview overview = overview(libraryId, quarter, counterpartId);
        policy.requireRead(actor.get(), libraryId);
        return new File("afrekening-" + overview.quarter().name() + ".csv", SettlementCsv.write(overview.counterparts().stream()
            .flatMap(one -> one.settlements().stream()).toList()));
    }

    /**
     * An invoice as NLCIUS asks it.
     *
     * @throws NotFound {@code settlement.invoice.notFound}
     * @throws Conflict {@code settlement.invoice.party} where a library did not tell yet what an invoice has to name
     */
    public File xml(UUID invoiceId) {
        Invoice invoice = queries.invoice(invoiceId).orElseThrow(() -> new NotFound("settlement.invoice.notFound"));
        policy.requireReadEither(actor.get(), invoice.lenderId(), invoice.borrowerId());
        Head head = head(invoice.settlementId());
        List<OpenBookLine> lines = storedLines(List.of(head)).get(head.id()).stream()
            .filter(line -> line.invoice().equals(new InvoiceKey(invoice.lenderId(), invoice.vatGround(), invoice.vatBasisPoints()))).toList();
        return xml(invoice, head.quarter(), lines, false);
    }

    /**
     * The invoice of a library for a quarter: the one that was sent, or as it would be sent, with a number that says so.
     *
     * @throws NotFound {@code settlement.invoice.none}
     * @throws Conflict {@code settlement.invoice.several}: name the counterpart, or ask each by its id
     */
    public File xml(UUID libraryId, Quarter quarter, UUID counterpartId) {
        policy.requireRead(actor.get(), libraryId);
        SettlementOverview overview = overview(libraryId, quarter, counterpartId);
        List<SettlementView> views = overview.counterparts().stream().flatMap(one -> one.settlements().stream()).toList();
        List<UUID> sent = views.stream().flatMap(view -> view.invoices().stream()).filter(SettlementView.Invoice::ours).map(SettlementView.Invoice::id).toList();
        if (sent.size() == 1) {
            return xml(sent.get(0));
        }
        Map<List<Object>, List<OpenBookLine>> drafts = new LinkedHashMap<>();
        if (sent.isEmpty()) {
            views.forEach(view -> view.ours().forEach(line -> drafts.computeIfAbsent(List.of(view.counterpartId(), line.book().invoice()), key -> new ArrayList<>()).add(line.book())));
        }
        if (sent.size() > 1 || drafts.size() > 1) {
            throw new Conflict("settlement.invoice.several", sent.size() + drafts.size());
        }
        List<OpenBookLine> lines = drafts.values().stream().findFirst().orElseThrow(() -> new NotFound("settlement.invoice.none"));
        OpenBookLine first = lines.get(0);
        return xml(new Invoice(null, null, libraryId, first.borrowerId(), "CONCEPT-" + overview.quarter().name(), first.vatGround(), first.vatBasisPoints(), today(),
            today().plusDays(Settling.DAYS_TO_PAY), lines.stream().mapToLong(OpenBookLine::netCents).sum(), lines.stream().mapToLong(OpenBookLine::vatCents).sum()),
            overview.quarter(), lines, true);
    }

    private File xml(Invoice invoice, Quarter quarter, List<OpenBookLine> lines, boolean draft) {
        Map<UUID, String> names = queries.names(Set.of(invoice.lenderId(), invoice.borrowerId()));
        InvoiceParty seller = party(invoice.lenderId(), names);
        InvoiceParty buyer = party(invoice.borrowerId(), names);
        if (seller.vatId() == null && NlciusInvoice.asksVatId(invoice.vatGround())) {
            throw new Conflict("settlement.invoice.party", names.get(invoice.lenderId()));
        }
        Map<UUID, Words> words = words(lines);
        Map<UUID, String> about = new HashMap<>();
        words.forEach((id, one) -> about.put(id, one.employee() + ", " + one.title()));
        return new File("factuur-" + invoice.number() + ".xml", NlciusInvoice.write(new Document(invoice.number(), invoice.issuedOn(), invoice.dueOn(), quarter, seller,
            buyer, invoice.vatGround(), invoice.vatBasisPoints(), lines, about, draft)));
    }

    private InvoiceParty party(UUID libraryId, Map<UUID, String> names) {
        return queries.party(libraryId).orElseThrow(() -> new Conflict("settlement.invoice.party", names.get(libraryId)));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Zones.AMSTERDAM));
    }
}
