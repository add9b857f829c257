package nl.vliegwiel.person.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.person.persistence.ReceiverQueries;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.outbox.Receivers;

/** Gives the outbox the address and the language of people. */
@ApplicationScoped
public class MailReceivers implements Receivers {
    @Inject
    private ReceiverQueries queries;

    @Override
    public Optional<Receiver> receiver(UUID personId) {
        return queries.receiver(personId);
    }
}
