package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A question about a request as one reader sees it.
 *
 * @param askerId null where the reader may not know who asked (R10)
 * @param asker her name; null where the reader may not know it
 * @param mine the reader asked it
 * @param answer null as long as there is none
 * @param forHerOnly the answer is read by who asked and by the library alone
 * @param mayAnswer the reader may answer it now
 */
public record Question(UUID id, int version, UUID requestId, UUID askerId, String asker, boolean mine, String question, Instant askedAt, String answer,
        Instant answeredAt, boolean forHerOnly, boolean mayAnswer) {
}
