package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.vliegwiel.flexpool.boundary.PlacementPolicy.Parties;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/** Who writes hours, who confirms and who approves them (R12). Both employers and the employee read the same sheet. */
@ApplicationScoped
public class HoursPolicy {
    @Inject
    private PlacementPolicy placements;

    public HoursPolicy() {
    }

    HoursPolicy(PlacementPolicy placements) {
        this.placements = placements;
    }

    /** She herself; or the HR manager of her own employer, or who stands in for that one, which the sheet then tells. */
    public boolean mayEnter(Actor who, Parties placement) {
        return who.is(placement.employeeId()) || who.has(Role.HR_MANAGER, placement.lenderId());
    }

    /** Nobody confirms her own hours. */
    public boolean mayConfirm(Actor who, Parties placement) {
        return placements.maySpeakFor(who, placement, Party.BORROWER) && !who.is(placement.employeeId());
    }

    public boolean mayApprove(Actor who, Parties placement) {
        return placements.maySpeakFor(who, placement, Party.LENDER);
    }

    /** @throws NotFound to anybody who is not one of the three parties */
    public void requireRead(Actor who, Parties placement) {
        placements.requireRead(who, placement);
    }

    /** @throws NotFound to a stranger; Forbidden {@code hours.enter.notYours} to the borrower */
    public void requireEnter(Actor who, Parties placement) {
        requireRead(who, placement);
        require(mayEnter(who, placement), "hours.enter.notYours");
    }

    /** @throws NotFound to a stranger; Forbidden {@code hours.confirm.notYours} to all but the borrower's HR managers */
    public void requireConfirm(Actor who, Parties placement) {
        requireRead(who, placement);
        require(mayConfirm(who, placement), "hours.confirm.notYours");
    }

    /** @throws NotFound to a stranger; Forbidden {@code hours.approve.notYours} to all but the lender's HR managers */
    public void requireApprove(Actor who, Parties placement) {
        requireRead(who, placement);
        require(mayApprove(who, placement), "hours.approve.notYours");
    }

    /**
     * @param confirmed the borrower said yes already, so that it is the lender's turn
     * @throws NotFound to a stranger; Forbidden {@code hours.reject.notYours} when it is another's turn
     */
    public void requireReject(Actor who, Parties placement, boolean confirmed) {
        requireRead(who, placement);
        require(confirmed ? mayApprove(who, placement) : mayConfirm(who, placement), "hours.reject.notYours");
    }

    private static void require(boolean may, String key) {
        if (!may) {
            throw new Forbidden(key);
        }
    }
}
