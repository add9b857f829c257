package nl.vliegwiel.flexpool.view;

import java.io.Serializable;
import java.util.List;

/**
 * A card as the page shows it. Kept with the page, so that a button means the person who stood there when the page was
 * made, whatever the list would be by now.
 *
 * @param place on the list, from 1
 * @param title name, or "Candidate 3" on an anonymous card
 * @param lenderClosed her library would rather not lend on these days
 * @param state label of her open application or proposal; empty for none
 * @param waits true when she applied or was asked already for this shift
 */
public record CandidateRow(String ref, int place, String title, boolean named, String function, int score, List<Line> reasons, List<String> skills,
        boolean lenderClosed, String state, boolean waits) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A reason in words with its points. */
    public record Line(String text, int points, int most) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
