package nl.vliegwiel.meeting.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as one reader sees it.
 *
 * @param link empty for who does not take part, as are agenda and minutes
 * @param code for who leads the group; null for everybody else
 * @param present the reader was there
 * @param mayLead the reader plans it
 */
public record Session(UUID id, int version, UUID groupId, String title, Instant start, Instant end, UUID hostId, String host, String place, String link, String agenda,
        String minutes, String code, boolean cancelled, boolean present, boolean mayLead) {
}
