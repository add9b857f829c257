package nl.vliegwiel.meeting.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.vliegwiel.meeting.persistence.SessionQueries;
import nl.vliegwiel.platform.privacy.PersonalData;

/** R18: the sessions that a person was at, in her export. */
@ApplicationScoped
public class OwnAttendance implements PersonalData {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private SessionQueries sessions;

    @Override
    public String section() {
        return "sessions";
    }

    @Override
    public Object of(UUID personId) {
        try {
            return JSON.readTree(sessions.all(personId));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database writes JSON", e);
        }
    }
}
