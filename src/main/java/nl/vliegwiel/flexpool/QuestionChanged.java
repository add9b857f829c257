package nl.vliegwiel.flexpool;

import java.time.Instant;
import java.util.UUID;

/** Somebody asked something about a request, or the library that asks for help answered (R14). Who asked is told to nobody here (R10). */
public record QuestionChanged(UUID questionId, UUID requestId, String title, UUID organisationId, UUID askerId, Change change, UUID byPersonId, Instant at) {
    public enum Change {
        ASKED, ANSWERED
    }
}
