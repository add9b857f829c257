package nl.vliegwiel.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.meeting.persistence.SessionQueries;

/** What sessions tell other features. It asks nobody's rights: who calls tells it to the people it is about. */
@ApplicationScoped
public class Meetings {
    @Inject
    private SessionQueries queries;

    /**
     * A session as a message or a calendar names it.
     *
     * @param where place, or empty for online
     * @param sequence rises when calendars have to move it
     */
    public record SessionInBrief(UUID id, String audience, UUID groupId, String title, Instant startsAt, Instant endsAt, String where, String link, int sequence, boolean cancelled,
            Instant changedAt) {
    }

    public Optional<SessionInBrief> session(UUID id) {
        return queries.brief(id);
    }

    /** Sessions of groups that end after a moment, by start, called off or not. */
    public List<SessionInBrief> of(Set<UUID> groups, Instant since) {
        return groups.isEmpty() ? List.of() : queries.briefs(groups, since);
    }

    /** How many sessions of a group are over and were not called off, and how many of these each person was at. */
    public record Attendance(int sessions, Map<UUID, Integer> present) {
        /** Percentage of the sessions, rounded down; 100 where there was none. */
        public int percent(UUID personId) {
            return sessions == 0 ? 100 : present.getOrDefault(personId, 0) * 100 / sessions;
        }
    }

    public Attendance attendance(UUID group, Instant now) {
        return new Attendance(queries.over(group, now), queries.present(group, now));
    }
}
