package nl.vliegwiel.platform.inmail;

import java.util.List;
import java.util.Objects;

/**
 * A mail as it came, as far as the product reads it.
 *
 * @param key by which the same mail is known when it is fetched again
 * @param from address of the sender, small letters; null where there is none or more than one
 * @param to addresses that it was sent to, small letters
 * @param text what it says, as plain text, with what it quotes
 * @param automatic sent by a program (RFC 3834), or on its way round in a circle
 */
public record InMail(String key, String from, List<String> to, String subject, String text, boolean automatic) {
    public InMail {
        Objects.requireNonNull(key);
        to = List.copyOf(to);
    }
}
