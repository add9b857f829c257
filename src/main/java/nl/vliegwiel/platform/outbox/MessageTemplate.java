package nl.vliegwiel.platform.outbox;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the words of messages, at the moment of sending, from the ids that were kept. */
public interface MessageTemplate {
    /**
     * Whether it tells of something that was done, to be read in the inbox too; what asks for a decision, or invites,
     * stands there as such or not at all.
     */
    default boolean tellsOfAChange(String kind) {
        return true;
    }

    /** The kinds of message that this template words. */
    Set<String> kinds();

    /**
     * @param kind one of {@link #kinds}
     * @param receiver who reads it, and in which language
     * @param payload what was kept with the message
     * @return the mail; empty when what it would say is no longer so, and then nothing is sent
     */
    Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload);
}
