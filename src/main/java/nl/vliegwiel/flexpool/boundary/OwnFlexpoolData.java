package nl.vliegwiel.flexpool.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.vliegwiel.flexpool.persistence.OwnDataQueries;
import nl.vliegwiel.platform.privacy.PersonalData;

/** R18: the flexpool's part of a person's export: taking part, availability, placements, decisions, requests she made. */
@ApplicationScoped
public class OwnFlexpoolData implements PersonalData {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private OwnDataQueries queries;

    @Override
    public String section() {
        return "flexpool";
    }

    @Override
    public Object of(UUID personId) {
        try {
            return JSON.readTree(queries.of(personId));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database writes JSON", e);
        }
    }
}
