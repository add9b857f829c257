package nl.vliegwiel.search.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.rule.Forbidden;

/** Everybody looks, each source finding only what she may see; administrators keep the words that mean the same. */
@ApplicationScoped
public class SearchPolicy {
    public boolean mayKeepSynonyms(Actor who) {
        return who.isAdmin();
    }

    /** @throws Forbidden {@code synonym.forbidden} */
    public void requireKeepSynonyms(Actor who) {
        if (!mayKeepSynonyms(who)) {
            throw new Forbidden("synonym.forbidden");
        }
    }
}
