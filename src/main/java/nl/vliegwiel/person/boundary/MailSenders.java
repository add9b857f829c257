package nl.vliegwiel.person.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.person.persistence.ReceiverQueries;
import nl.vliegwiel.platform.inmail.Senders;

/** Tells whose a mail address is. */
@ApplicationScoped
public class MailSenders implements Senders {
    @Inject
    private ReceiverQueries queries;

    @Override
    public Optional<UUID> personWith(String email) {
        return queries.personWith(email);
    }
}
