package nl.vliegwiel.meeting.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.meeting.boundary.Session;
import nl.vliegwiel.meeting.boundary.SessionService;

/** Sessions of a group, for a part of its page. */
@Named
@RequestScoped
public class GroupSessions {
    @Inject
    private SessionService sessions;

    private final Map<UUID, List<Session>> read = new HashMap<>();

    public List<Session> of(UUID cohort) {
        return read.computeIfAbsent(cohort, id -> sessions.list("COHORT", id));
    }
}
