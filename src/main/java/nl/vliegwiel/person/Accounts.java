package nl.vliegwiel.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.vliegwiel.person.persistence.ReceiverQueries;

/** Who signed on already. */
@ApplicationScoped
public class Accounts {
    @Inject
    private ReceiverQueries queries;

    /** @return whether an account of the identity provider belongs to this person */
    public boolean isLinked(UUID personId) {
        return queries.isLinked(personId);
    }
}
