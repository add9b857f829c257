package nl.vliegwiel.flexpool.boundary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * A borrower asks somebody from the list of candidates. Asking is the borrower's yes to the present text (R1).
 *
 * @param requestId which request
 * @param candidateRef name on the card, as given out for this request
 * @param shiftIds shifts of it, at least one, none twice
 */
public record Propose(UUID requestId, String candidateRef, List<UUID> shiftIds) {
    public Propose {
        shiftIds = shiftIds == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(shiftIds));
    }
}
