package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.frame.FrameState;
import nl.vliegwiel.flexpool.domain.frame.FrameTerms;

/**
 * A frame agreement as one of its two libraries sees it.
 *
 * @param number as both know it
 * @param textVersion of the text that waits or holds
 * @param validTo last day, moved by notice; null for no end
 * @param terms of that text
 * @param consents all that were said, also to former texts
 * @param mayAnswer libraries for which the reader can say yes or no now
 * @param mayChange libraries for which the reader can make another text
 * @param mayEnd the reader can give notice
 * @param holds today
 */
public record Frame(UUID id, int version, int number, Party one, Party other, FrameState state, int textVersion, LocalDate validFrom, LocalDate validTo, FrameTerms terms,
        UUID madeFor, Instant madeAt, List<Said> consents, String terminatedBy, Instant terminatedAt, Set<UUID> mayAnswer, Set<UUID> mayChange, boolean mayEnd, boolean holds) {
    public Frame {
        consents = List.copyOf(consents);
        mayAnswer = Set.copyOf(mayAnswer);
        mayChange = Set.copyOf(mayChange);
    }

    public record Party(UUID id, String name) {
    }

    public record Said(int textVersion, UUID organisationId, String organisation, Decision decision, String name, Instant at) {
    }

    /** What a library said to the present text; null for nothing yet. */
    public Said said(UUID organisationId) {
        return consents.stream().filter(one -> one.textVersion() == textVersion && one.organisationId().equals(organisationId)).findFirst().orElse(null);
    }
}
