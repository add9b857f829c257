package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.AttendanceStep;
import nl.vliegwiel.flexpool.domain.AttendanceView;
import nl.vliegwiel.flexpool.domain.Party;

/**
 * What is said about who came to a placement, and what the reader may add.
 *
 * @param version of the placement
 * @param missed it is written down that she did not come
 * @param mayRecord the reader may write that down
 * @param mayUndo the reader may take it back
 * @param mayAdd parties in whose name the reader may add a view
 */
public record Attendance(UUID placementId, int version, boolean missed, List<Line> lines, boolean mayRecord, boolean mayUndo, Set<Party> mayAdd) {
    /** @param view null with a step that takes it back; by and name null where the employee is not named to the reader (R10) */
    public record Line(AttendanceStep step, Party party, AttendanceView view, UUID by, String name, Instant at) {
    }
}
