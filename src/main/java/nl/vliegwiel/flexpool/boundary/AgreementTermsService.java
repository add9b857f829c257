package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.PlacementChanged.Change;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.Placement;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent;
import nl.vliegwiel.flexpool.domain.agreement.LegalGrounds;
import nl.vliegwiel.flexpool.persistence.AgreementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Head;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Row;
import nl.vliegwiel.flexpool.persistence.PlacementRepository;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.text.HealthWords;
import nl.vliegwiel.platform.time.Zones;

/** The text of an agreement is the two libraries' to change; what changes needs three new yeses (R1, R2, R3). */
@UseCase
public class AgreementTermsService {
    private static final int LONGEST_TASK = 2000;
    private static final int LONGEST_FUNCTION = 120;

    @Inject
    private PlacementRepository placements;

    @Inject
    private PlacementQueries queries;

    @Inject
    private AgreementQueries agreements;

    @Inject
    private PlacementPolicy policy;

    @Inject
    private PlacementReader reader;

    @Inject
    private AgreementText text;

    @Inject
    private RequestProgress progress;

    @Inject
    private PlacementLock lock;

    @Inject
    private PlacementTold told;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    /**
     * One of the two libraries changes the agreement: a new version that needs three new yeses. What was definite is
     * not, until they are given.
     *
     * @throws Conflict {@code placement.state.notNow}, {@code placement.shift.begun}
     * @throws RuleViolation a fault per field; {@code agreement.cost.margin} when more than the cost is charged (R2)
     */
    public PlacementDetail changeTerms(ChangeTerms command) {
        Head head = lock.head(command.placementId());
        policy.requireChangeTerms(actor.get(), PlacementLock.parties(head));
        Placement placement = lock.locked(head, command.seenVersion());
        Row row = queries.row(placement.id()).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        LegalGrounds grounds = new LegalGrounds(command.waadiGround(), today, command.wttaPosition(), command.vatGround(), command.vatConditions());
        List<Violation> faults = new ArrayList<>(grounds.check(row.period().start().atZone(Zones.AMSTERDAM).toLocalDate(), text.wttaFrom()));
        faults.addAll(said("taskDescription", command.taskDescription(), LONGEST_TASK));
        faults.addAll(said("functionAtBorrower", command.functionAtBorrower(), LONGEST_FUNCTION));
        RuleViolation.throwIfAny(faults);
        boolean wasBooked = placement.state().isBooked();
        AgreementContent next = text.changed(row, command, grounds);
        placement.changeText(command.waadiGround(), command.vatGround(), clock.instant());
        placements.flush();
        agreements.add(placement.id(), placement.textVersion(), AgreementText.CLAUSES, next, clock.instant());
        if (wasBooked) {
            progress.recount(placement.requestId());
        }
        Party party = policy.maySpeakFor(actor.get(), PlacementLock.parties(head), Party.BORROWER) ? Party.BORROWER : Party.LENDER;
        audit.record(actor.get(), "text_changed", PlacementService.ENTITY, placement.id(), PlacementTold.organisation(placement, party), PlacementTold.facts(placement));
        told.fire(placement, Change.TEXT_CHANGED);
        return detail(placement.id());
    }

    private static List<Violation> said(String field, String value, int longest) {
        if (value == null || value.isBlank()) {
            return List.of(Violation.of(field, "placement.text.missing"));
        }
        List<Violation> faults = new ArrayList<>();
        if (value.length() > longest) {
            faults.add(Violation.of(field, "placement.text.tooLong", longest));
        }
        BsnGuard.check(field, value).ifPresent(faults::add);
        HealthWords.check(field, value).ifPresent(faults::add);
        return faults;
    }

    private PlacementDetail detail(UUID placementId) {
        return reader.detail(queries.row(placementId).orElseThrow(() -> new NotFound("placement.notFound")), actor.get());
    }
}
