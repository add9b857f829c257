package nl.vliegwiel.learning.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.vliegwiel.learning.persistence.LearningBriefs;
import nl.vliegwiel.platform.privacy.PersonalData;

/** R18: the part of Lerend Netwerk in a person's export. */
@ApplicationScoped
public class OwnLearningData implements PersonalData {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private LearningBriefs briefs;

    @Override
    public String section() {
        return "learning";
    }

    @Override
    public Object of(UUID personId) {
        try {
            return JSON.readTree(briefs.all(personId));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database writes JSON", e);
        }
    }
}
