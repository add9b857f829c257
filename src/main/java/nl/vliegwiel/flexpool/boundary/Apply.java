package nl.vliegwiel.flexpool.boundary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * An employee applies. Applying is her yes to the present text, which the page shows before she sends it (R1).
 *
 * @param requestId which request
 * @param shiftIds shifts of it, at least one, none twice
 * @param standby true: only if nobody else comes; then it is no yes yet (R13)
 */
public record Apply(UUID requestId, List<UUID> shiftIds, boolean standby) {
    public Apply {
        shiftIds = shiftIds == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(shiftIds));
    }
}
