package nl.vliegwiel.platform.outbox;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody to send to.
 *
 * @param givenName as she is greeted
 * @param name in full
 * @param email address
 * @param language of her mails
 */
public record Receiver(UUID personId, String givenName, String name, String email, Locale language) {
    public Receiver {
        Objects.requireNonNull(personId);
        Objects.requireNonNull(email);
        Objects.requireNonNull(language);
    }
}
