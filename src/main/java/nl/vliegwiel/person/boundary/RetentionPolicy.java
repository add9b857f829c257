package nl.vliegwiel.person.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.rule.Forbidden;

/** Everybody reads what is kept about herself; administrators read how the clock ran, which names nobody. */
@ApplicationScoped
public class RetentionPolicy {
    public boolean mayReadRuns(Actor who) {
        return who.isAdmin();
    }

    /** @throws Forbidden {@code retention.runs.notYours} */
    public void requireRuns(Actor who) {
        if (!mayReadRuns(who)) {
            throw new Forbidden("retention.runs.notYours");
        }
    }
}
