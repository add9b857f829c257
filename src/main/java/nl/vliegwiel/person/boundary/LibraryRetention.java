package nl.vliegwiel.person.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How long a library keeps what.
 *
 * @param version of its choices
 * @param kinds of which it may choose, the others keep what the network or the law says
 * @param mayChoose the reader chooses for it
 */
public record LibraryRetention(UUID organisationId, String organisation, int version, List<Kind> kinds, boolean mayChoose) {
    /**
     * @param leastMonths fewest that it may choose
     * @param ruleMonths what holds without a choice, and the most
     * @param months that hold today
     * @param choices of this library, the newest first
     */
    public record Kind(String kind, int leastMonths, int ruleMonths, int months, String event, String source, List<Line> choices) {
        /** The newest choice with an end to come or none; null for none. */
        public Line holding() {
            return choices.isEmpty() ? null : choices.get(0);
        }
    }

    /** @param to first day on which it does not hold; null for none */
    public record Line(int months, LocalDate from, LocalDate to, String by, Instant at) {
    }
}
