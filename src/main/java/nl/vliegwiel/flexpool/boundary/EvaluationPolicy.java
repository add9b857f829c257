package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PlacementPolicy.Parties;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationSide;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/**
 * Who writes and who reads how a placement went (R9). The employee always reads what is written about her loan, the
 * borrower's HR managers read it while both libraries have it on, and her own library only as long as she shares it.
 */
@ApplicationScoped
public class EvaluationPolicy {
    @Inject
    private PlacementPolicy placements;

    public EvaluationPolicy() {
    }

    EvaluationPolicy(PlacementPolicy placements) {
        this.placements = placements;
    }

    /** In whose name she writes; nobody writes about a loan of her own for the borrower. */
    public Optional<EvaluationSide> side(Actor who, Parties placement) {
        if (who.is(placement.employeeId())) {
            return Optional.of(EvaluationSide.EMPLOYEE);
        }
        return placements.maySpeakFor(who, placement, Party.BORROWER) ? Optional.of(EvaluationSide.BORROWER) : Optional.empty();
    }

    /**
     * @param on both libraries have it on now
     * @param shared the employee lets her own library read
     */
    public boolean mayReadWords(Actor who, Parties placement, boolean on, boolean shared) {
        return who.is(placement.employeeId()) || on && (who.readsAsManager(placement.borrowerId()) || shared && who.readsAsManager(placement.lenderId()));
    }

    /** @throws NotFound {@code placement.notFound} to anybody but the three parties */
    public void requireRead(Actor who, Parties placement) {
        placements.requireRead(who, placement);
    }

    /** @throws NotFound to a stranger; Forbidden {@code evaluation.write.notYours} to all but the two sides */
    public EvaluationSide requireWrite(Actor who, Parties placement) {
        requireRead(who, placement);
        return side(who, placement).orElseThrow(() -> new Forbidden("evaluation.write.notYours"));
    }

    /** @throws NotFound to a stranger; Forbidden {@code evaluation.employee.only} to all but her */
    public void requireEmployee(Actor who, Parties placement) {
        requireRead(who, placement);
        if (!who.is(placement.employeeId())) {
            throw new Forbidden("evaluation.employee.only");
        }
    }

    /** Everybody who belongs to a library reads whether it has evaluations on, and by which consent. */
    public boolean mayReadConsent(Actor who, UUID organisationId) {
        return who.organisations().contains(organisationId) || who.readsAsManager(organisationId);
    }

    /** @throws Forbidden {@code evaluation.consent.notYours} */
    public void requireReadConsent(Actor who, UUID organisationId) {
        if (!mayReadConsent(who, organisationId)) {
            throw new Forbidden("evaluation.consent.notYours");
        }
    }

    public boolean mayKeepConsent(Actor who, UUID organisationId) {
        return organisationId != null && who.has(Role.HR_MANAGER, organisationId);
    }

    /** @throws Forbidden {@code evaluation.consent.notYours} to all but HR managers of the library */
    public void requireKeepConsent(Actor who, UUID organisationId) {
        if (!mayKeepConsent(who, organisationId)) {
            throw new Forbidden("evaluation.consent.notYours");
        }
    }

    /** Whether the reader has part in the talk at a return: the employee and the HR managers of her own library. */
    public boolean mayTalk(Actor who, Parties placement) {
        return who.is(placement.employeeId()) || placements.maySpeakFor(who, placement, Party.LENDER);
    }

    /** @throws NotFound to a stranger; Forbidden {@code talk.notYours} to the borrower */
    public void requireTalk(Actor who, Parties placement) {
        requireRead(who, placement);
        if (!mayTalk(who, placement)) {
            throw new Forbidden("talk.notYours");
        }
    }
}
