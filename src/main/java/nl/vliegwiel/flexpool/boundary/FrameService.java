package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.FrameChanged;
import nl.vliegwiel.flexpool.FrameChanged.Change;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.frame.FrameState;
import nl.vliegwiel.flexpool.domain.frame.FrameTerms;
import nl.vliegwiel.flexpool.persistence.FrameQueries;
import nl.vliegwiel.flexpool.persistence.FrameQueries.Row;
import nl.vliegwiel.flexpool.persistence.ReleaseQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.text.HealthWords;
import nl.vliegwiel.platform.time.Zones;

/** Two libraries agree once for all loans between them: one proposes, both say yes to one text, either gives notice. */
@UseCase
public class FrameService {
    static final String ENTITY = "frame_agreement";

    @Inject
    private FrameQueries queries;

    @Inject
    private ReleaseQueries register;

    @Inject
    private AgreementText text;

    @Inject
    private FramePolicy policy;

    @Inject
    private FramePdf pdf;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Event<FrameChanged> changed;

    @Inject
    private Clock clock;

    /** Those of the libraries that the reader manages, what waits first. */
    public List<Frame> mine() {
        policy.requireManager(actor.get());
        return queries.of(actor.get().readAsManager()).stream().map(this::view).toList();
    }

    /** @throws NotFound {@code frame.notFound} to who manages neither library */
    public Frame frame(UUID id) {
        Row row = row(id);
        policy.requireRead(actor.get(), row.oneId(), row.otherId());
        return view(row);
    }

    /** On paper, with the yeses so far. */
    public AgreementFile paper(UUID id) {
        Row row = row(id);
        policy.requireRead(actor.get(), row.oneId(), row.otherId());
        byte[] bytes = pdf.write(view(row));
        return new AgreementFile("raamovereenkomst-" + row.number() + "-v" + row.textVersion() + ".pdf", AgreementService.tag(bytes), bytes);
    }

    /** Libraries with whom one may be agreed, by name. */
    public Map<UUID, String> libraries(UUID organisationId) {
        policy.requireSpeakFor(actor.get(), organisationId);
        Map<UUID, String> found = new LinkedHashMap<>();
        register.libraries(organisationId).forEach(one -> found.put(one.id(), one.name()));
        return found;
    }

    /**
     * Proposes a text, with the yes of the library that proposes.
     *
     * @throws RuleViolation a fault per field
     * @throws Conflict {@code constraint.frame_agreement_no_overlap} when another of the two is proposed or holds in that time
     */
    public Frame propose(UUID organisationId, UUID otherId, FrameTerms terms) {
        policy.requireSpeakFor(actor.get(), organisationId);
        List<Violation> faults = new ArrayList<>();
        if (otherId == null || !libraries(organisationId).containsKey(otherId)) {
            faults.add(Violation.of("otherId", "frame.other.unknown"));
        }
        faults.addAll(check(terms));
        RuleViolation.throwIfAny(faults);
        UUID id = Ids.next();
        Instant now = clock.instant();
        queries.add(id, organisationId, otherId, terms, actor.get().personId(), now);
        queries.addText(id, 1, terms, organisationId, actor.get().personId(), now);
        queries.addConsent(id, 1, organisationId, Decision.YES, actor.get().personId(), now);
        tell(row(id), organisationId, Change.PROPOSED);
        return frame(id);
    }

    private List<Violation> check(FrameTerms terms) {
        List<Violation> faults = new ArrayList<>(terms.check(today(), text.wttaFrom()));
        if (terms.special() != null) {
            BsnGuard.check("special", terms.special()).ifPresent(faults::add);
            HealthWords.check("special", terms.special()).ifPresent(faults::add);
        }
        return faults;
    }

    /**
     * A library says yes or no to the text that somebody of it read. The same again changes nothing.
     *
     * @throws Conflict {@code frame.notOpen} when nothing is asked, {@code frame.twice} when it said the other thing
     * @throws StaleData {@code stale} when another text holds by now
     */
    public Frame answer(UUID id, int seenVersion, int textVersion, UUID organisationId, boolean yes) {
        Row row = spoken(id, organisationId);
        if (row.state() == FrameState.AGREED && yes && row.textVersion() == textVersion) {
            return view(row);
        }
        if (row.state() != FrameState.PROPOSED) {
            throw new Conflict("frame.notOpen");
        }
        if (row.version() != seenVersion || row.textVersion() != textVersion) {
            throw new StaleData("stale");
        }
        Frame before = view(row);
        Frame.Said said = before.said(organisationId);
        if (said != null && said.decision() == Decision.YES && yes) {
            return before;
        }
        boolean both = yes && before.said(otherOf(row, organisationId)) != null;
        if (!queries.change(id, seenVersion, yes ? both ? FrameState.AGREED : FrameState.PROPOSED : FrameState.REFUSED, textVersion, row.terms())) {
            throw new StaleData("stale");
        }
        // Who takes its own proposal back said yes to that text before: the state tells it, the yes stays in the file
        if (said == null) {
            queries.addConsent(id, textVersion, organisationId, yes ? Decision.YES : Decision.NO, actor.get().personId(), clock.instant());
        }
        tell(row(id), organisationId, both ? Change.AGREED : yes ? Change.CONSENTED : Change.REFUSED);
        return frame(id);
    }

    /**
     * Another text, with the yes of the library that makes it; the other is asked anew.
     *
     * @throws Conflict {@code frame.notOpen} once both agreed or one refused
     */
    public Frame change(UUID id, int seenVersion, UUID organisationId, FrameTerms terms) {
        Row row = spoken(id, organisationId);
        if (row.state() != FrameState.PROPOSED) {
            throw new Conflict("frame.notOpen");
        }
        RuleViolation.throwIfAny(check(terms));
        if (row.version() != seenVersion || !queries.change(id, seenVersion, FrameState.PROPOSED, row.textVersion() + 1, terms)) {
            throw new StaleData("stale");
        }
        Instant now = clock.instant();
        queries.addText(id, row.textVersion() + 1, terms, organisationId, actor.get().personId(), now);
        queries.addConsent(id, row.textVersion() + 1, organisationId, Decision.YES, actor.get().personId(), now);
        tell(row(id), organisationId, Change.TEXT_CHANGED);
        return frame(id);
    }

    /**
     * Either library gives notice: it ends after the months that were agreed, or on its last day where that is sooner.
     * Loans that are definite keep their own agreement.
     *
     * @throws Conflict {@code frame.notHolding} when it does not hold or notice was given already
     */
    public Frame terminate(UUID id, int seenVersion, UUID organisationId) {
        Row row = spoken(id, organisationId);
        if (row.state() != FrameState.AGREED || row.terminatedAt() != null || row.validTo() != null && row.validTo().isBefore(today())) {
            throw new Conflict("frame.notHolding");
        }
        LocalDate last = lastDay(row, today());
        if (row.version() != seenVersion || !queries.terminate(id, seenVersion, last, actor.get().personId(), clock.instant())) {
            throw new StaleData("stale");
        }
        tell(row(id), organisationId, Change.TERMINATED);
        return frame(id);
    }

    /** The last day when notice is given on a day; one that did not begin yet ends on its first. */
    static LocalDate lastDay(Row row, LocalDate today) {
        LocalDate byNotice = today.plusMonths(row.terms().noticeMonths());
        LocalDate last = row.validTo() != null && row.validTo().isBefore(byNotice) ? row.validTo() : byNotice;
        return last.isBefore(row.validFrom()) ? row.validFrom() : last;
    }

    private Row spoken(UUID id, UUID organisationId) {
        Row row = row(id);
        policy.requireRead(actor.get(), row.oneId(), row.otherId());
        if (!row.oneId().equals(organisationId) && !row.otherId().equals(organisationId)) {
            throw new RuleViolation(List.of(Violation.of("organisationId", "frame.party.unknown")));
        }
        policy.requireSpeakFor(actor.get(), organisationId);
        return row;
    }

    private static UUID otherOf(Row row, UUID organisationId) {
        return row.oneId().equals(organisationId) ? row.otherId() : row.oneId();
    }

    private Row row(UUID id) {
        return queries.find(id).orElseThrow(() -> new NotFound("frame.notFound"));
    }

    private Frame view(Row row) {
        Actor who = actor.get();
        List<Frame.Said> said = queries.consents(row.id()).stream()
            .map(one -> new Frame.Said(one.textVersion(), one.organisationId(), one.organisation(), one.decision(), one.name(), one.at())).toList();
        Set<UUID> mine = new HashSet<>(Set.of(row.oneId(), row.otherId()));
        mine.retainAll(who.organisationsWhere(Role.HR_MANAGER));
        Set<UUID> open = new HashSet<>(row.state() == FrameState.PROPOSED ? mine : Set.of());
        Set<UUID> answer = new HashSet<>(open);
        said.stream().filter(one -> one.textVersion() == row.textVersion()).forEach(one -> answer.remove(one.organisationId()));
        boolean over = row.validTo() != null && row.validTo().isBefore(today());
        return new Frame(row.id(), row.version(), row.number(), new Frame.Party(row.oneId(), row.one()), new Frame.Party(row.otherId(), row.other()), row.state(),
            row.textVersion(), row.validFrom(), row.validTo(), row.terms(), row.madeFor(), row.madeAt(), said, row.terminatedBy(), row.terminatedAt(), answer, open,
            row.state() == FrameState.AGREED && !over && row.terminatedAt() == null && !mine.isEmpty(),
            row.state() == FrameState.AGREED && !over && !row.validFrom().isAfter(today()));
    }

    private void tell(Row row, UUID organisationId, Change change) {
        audit.record(actor.get(), change.name().toLowerCase(Locale.ROOT), ENTITY, row.id(), organisationId,
            Map.of("number", row.number(), "textVersion", row.textVersion(), "state", row.state().name()));
        changed.fire(new FrameChanged(row.id(), row.number(), organisationId, otherOf(row, organisationId), change, actor.get().personId(), clock.instant()));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Zones.AMSTERDAM));
    }
}
