package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Scope;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;

/** Who may do what with a placement. Whether it can be done in its present state is the domain's answer. */
@ApplicationScoped
public class PlacementPolicy {
    /**
     * The three parties of a placement.
     *
     * @param borrowerId library that asks
     */
    public record Parties(UUID placementId, UUID employeeId, UUID lenderId, UUID borrowerId) {
    }

    /** The parties in whose name a person may speak. */
    public Set<Party> partiesOf(Actor who, Parties placement) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        for (Party party : Party.values()) {
            if (maySpeakFor(who, placement, party)) {
                parties.add(party);
            }
        }
        return parties;
    }

    /** A manager never decides as lender about her own loan. */
    public boolean maySpeakFor(Actor who, Parties placement, Party party) {
        return switch (party) {
            case EMPLOYEE -> who.is(placement.employeeId());
            case LENDER -> who.has(Role.HR_MANAGER, placement.lenderId()) && !who.is(placement.employeeId());
            case BORROWER -> who.has(Role.HR_MANAGER, placement.borrowerId());
        };
    }

    /** Only the three parties see a placement, its agreement and what happened to it. */
    public boolean mayRead(Actor who, Parties placement) {
        return who.is(placement.employeeId()) || who.readsAsManager(placement.lenderId()) || who.readsAsManager(placement.borrowerId());
    }

    /**
     * Whether the name of the employee is open to a person (R10). Her own employer knows her; the borrower reads the
     * name once she applied or said yes.
     *
     * @param sheCameForward she applied, or said yes to any text
     */
    public boolean maySeeName(Actor who, Parties placement, boolean sheCameForward) {
        return sheCameForward || who.is(placement.employeeId()) || who.readsAsManager(placement.lenderId());
    }

    public boolean mayPropose(Actor who, UUID borrowerId) {
        return who.has(Role.HR_MANAGER, borrowerId);
    }

    /** The text is the employers' to change; the employee says yes or no to it. */
    public boolean mayChangeTerms(Actor who, Parties placement) {
        return maySpeakFor(who, placement, Party.LENDER) || maySpeakFor(who, placement, Party.BORROWER);
    }

    /** @throws NotFound to anybody who is not one of the three parties */
    public void requireRead(Actor who, Parties placement) {
        if (!mayRead(who, placement)) {
            throw new NotFound("placement.notFound");
        }
    }

    /** @throws NotFound to a stranger; Forbidden to one of the other parties */
    public void requireSpeakFor(Actor who, Parties placement, Party party) {
        requireRead(who, placement);
        if (!maySpeakFor(who, placement, party)) {
            throw new Forbidden(party == Party.LENDER && who.is(placement.employeeId()) ? "placement.consent.aboutYourself" : "placement.consent.notYours", party);
        }
    }

    /** @throws NotFound to a stranger; Forbidden to the employee */
    public void requireChangeTerms(Actor who, Parties placement) {
        requireRead(who, placement);
        if (!mayChangeTerms(who, placement)) {
            throw new Forbidden("placement.terms.notYours");
        }
    }

    /** @throws Forbidden when she does not ask for this library */
    public void requirePropose(Actor who, UUID borrowerId) {
        if (!mayPropose(who, borrowerId)) {
            throw new Forbidden("placement.propose.notYours");
        }
    }

    /** @throws Forbidden {@code placement.apply.notReached} when she may read the request but no circle of it holds her */
    public void requireReached(boolean reachesMe) {
        if (!reachesMe) {
            throw new Forbidden("placement.apply.notReached");
        }
    }

    /** @throws RuleViolation {@code placement.apply.notEmployed} when there is no employment from which she could be lent out on that day */
    public void requireEmployed(Collection<UUID> employers) {
        if (employers.isEmpty()) {
            throw new RuleViolation("placement.apply.notEmployed");
        }
    }

    /** What a person sees in lists. */
    public Scope scope(Actor who) {
        return new Scope(who.personId(), who.readAsManager());
    }
}
