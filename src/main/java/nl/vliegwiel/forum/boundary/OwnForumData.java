package nl.vliegwiel.forum.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.vliegwiel.forum.persistence.DraftQueries;
import nl.vliegwiel.platform.privacy.PersonalData;

/** R18: the forum's part of a person's export: what she wrote, also namelessly, liked, flagged, follows and has not sent yet. */
@ApplicationScoped
public class OwnForumData implements PersonalData {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private DraftQueries queries;

    @Override
    public String section() {
        return "forum";
    }

    @Override
    public Object of(UUID personId) {
        try {
            return JSON.readTree(queries.all(personId));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database writes JSON", e);
        }
    }
}
