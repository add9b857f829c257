package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import nl.vliegwiel.flexpool.persistence.SwapQueries.Row;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/** A swap is between two people; their employers and the borrowers decide about the placements that follow from it. */
@ApplicationScoped
public class SwapPolicy {
    public boolean mayRead(Actor who, Row swap) {
        return who.is(swap.askerId()) || who.is(swap.colleagueId());
    }

    /** @throws NotFound {@code swap.notFound} to everybody but the two */
    public void requireRead(Actor who, Row swap) {
        if (!mayRead(who, swap)) {
            throw new NotFound("swap.notFound");
        }
    }

    /** @throws NotFound to a stranger; Forbidden {@code swap.answer.notYours} to who asked */
    public void requireAnswer(Actor who, Row swap) {
        requireRead(who, swap);
        if (!who.is(swap.colleagueId())) {
            throw new Forbidden("swap.answer.notYours");
        }
    }

    /** @throws NotFound to a stranger; Forbidden {@code swap.withdraw.notYours} to the colleague */
    public void requireWithdraw(Actor who, Row swap) {
        requireRead(who, swap);
        if (!who.is(swap.askerId())) {
            throw new Forbidden("swap.withdraw.notYours");
        }
    }
}
