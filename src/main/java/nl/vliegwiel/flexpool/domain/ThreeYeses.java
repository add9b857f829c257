package nl.vliegwiel.flexpool.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.RuleViolation;

/**
 * How consents make a placement definite (R1, R13, R15).
 *
 * Only consents to the present text count: a change of the agreement makes a new text version, the placement goes
 * back to PROPOSED and needs three new yeses; the old ones stay in the file. One no ends it.
 */
public final class ThreeYeses {
    /** Nothing is decided by the system alone this near to the start (R13). */
    public static final Duration HUMAN_HOURS = Duration.ofHours(48);

    private ThreeYeses() {
    }

    /**
     * What a decision leads to.
     *
     * @param state to become
     * @param consents all consents ever given, the new one last; unchanged when it only repeats what was said
     * @param repeated true when the party had said the same to the same text already
     */
    public record Outcome(PlacementState state, List<Consent> consents, boolean repeated) {
        public Outcome {
            consents = List.copyOf(consents);
        }

        public boolean isDefinite() {
            return state == PlacementState.CONFIRMED && !repeated;
        }
    }

    /**
     * Takes a decision into account. Who may speak for a party is not asked here.
     *
     * @param state present state
     * @param soFar all consents until now, of all text versions
     * @param next the new decision
     * @param textVersion version of the agreement's present text
     * @throws Conflict {@code placement.consent.notOpen} (arg: state) when nothing can be decided in this state
     * @throws RuleViolation {@code placement.consent.oldText} (args: seen, present version) when the person saw
     *         another text than the present one
     */
    public static Outcome decide(PlacementState state, Collection<Consent> soFar, Consent next, String textVersion) {
        if (!state.takesConsent()) {
            throw new Conflict("placement.consent.notOpen", state);
        }
        if (!next.textVersion().equals(textVersion)) {
            throw new RuleViolation("placement.consent.oldText", next.textVersion(), textVersion);
        }
        List<Consent> all = new ArrayList<>(soFar);
        if (next.decision() == Decision.YES && agreed(soFar, textVersion).contains(next.party())) {
            return new Outcome(state, all, true);
        }
        all.add(next);
        if (next.decision() == Decision.NO) {
            return new Outcome(state.become(PlacementState.DECLINED), all, false);
        }
        boolean definite = missing(all, textVersion).isEmpty();
        return new Outcome(definite ? state.become(PlacementState.CONFIRMED) : state, all, false);
    }

    /** The parties that said yes to this text. */
    public static Set<Party> agreed(Collection<Consent> consents, String textVersion) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        consents.stream().filter(c -> c.decision() == Decision.YES && c.textVersion().equals(textVersion))
                .forEach(c -> parties.add(c.party()));
        return parties;
    }

    /** The parties whose yes to this text is still waited for. */
    public static Set<Party> missing(Collection<Consent> consents, String textVersion) {
        return EnumSet.complementOf(EnumSet.copyOf(agreed(consents, textVersion)));
    }

    /**
     * The state after the agreement's text changed. Possible until the loan begins.
     *
     * @throws Conflict {@code placement.state.notNow}
     */
    public static PlacementState afterNewText(PlacementState state) {
        return state.takesConsent() || state == PlacementState.STANDBY ? state : state.become(PlacementState.PROPOSED);
    }

    /** Whether a job may act on a placement or request by itself: only with more than 48 hours to go (R13). */
    public static boolean mayActAutomatically(Instant shiftStart, Instant now) {
        return Duration.between(now, shiftStart).compareTo(HUMAN_HOURS) > 0;
    }
}
