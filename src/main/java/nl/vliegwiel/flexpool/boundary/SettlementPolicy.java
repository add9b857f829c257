package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/** Money is for the HR managers and finance officers of the two libraries; wages only for those of the employer. */
@ApplicationScoped
public class SettlementPolicy {
    public boolean mayRead(Actor who, UUID libraryId) {
        return mayKeep(who, libraryId) || who.readsAsManager(libraryId);
    }

    /** Runs, sends and pays settlements of a library, and keeps its rates. */
    public boolean mayKeep(Actor who, UUID libraryId) {
        return who.has(Role.HR_MANAGER, libraryId) || who.has(Role.FINANCE, libraryId);
    }

    /** @throws NotFound to a stranger; Forbidden to somebody else of the library */
    public void requireRead(Actor who, UUID libraryId) {
        if (!mayRead(who, libraryId)) {
            refuse(who, libraryId);
        }
    }

    /** @throws NotFound to a stranger; Forbidden to somebody else of the library */
    public void requireKeep(Actor who, UUID libraryId) {
        if (!mayKeep(who, libraryId)) {
            refuse(who, libraryId);
        }
    }

    /** @throws NotFound to anybody but the two libraries */
    public void requireReadEither(Actor who, UUID oneId, UUID otherId) {
        if (!mayRead(who, oneId) && !mayRead(who, otherId)) {
            throw new NotFound("settlement.notFound");
        }
    }

    /** @throws NotFound to anybody but the two libraries */
    public void requireKeepEither(Actor who, UUID oneId, UUID otherId) {
        requireReadEither(who, oneId, otherId);
        if (!mayKeep(who, oneId) && !mayKeep(who, otherId)) {
            throw new Forbidden("settlement.notYours");
        }
    }

    /**
     * That money came in is for who gets it to say; where nobody pays, for both.
     *
     * @param payeeId null where nobody pays
     * @throws Forbidden {@code settlement.pay.notYours}
     */
    public void requireReceive(Actor who, UUID payeeId, UUID oneId, UUID otherId) {
        requireKeepEither(who, oneId, otherId);
        if (payeeId != null && !mayKeep(who, payeeId)) {
            throw new Forbidden("settlement.pay.notYours");
        }
    }

    private static void refuse(Actor who, UUID libraryId) {
        if (who.organisations().contains(libraryId)) {
            throw new Forbidden("settlement.notYours");
        }
        throw new NotFound("settlement.notFound");
    }
}
