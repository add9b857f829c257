package nl.vliegwiel.forum.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.forum.domain.AnswerState;

/**
 * What is known of an answer beside its words.
 *
 * @param summary in plain words; null for none
 * @param verifiedAt when somebody last said that it holds; null for never
 * @param outdatedReason why it does not hold any more
 * @param checkFrom first day on which somebody has to look; null for never
 * @param mayJudge the reader may say whether it holds, and on what it rests
 */
public record Answer(String summary, AnswerState state, List<Basis> sources, Instant verifiedAt, Instant outdatedAt, String outdatedReason, LocalDate checkFrom, boolean mayJudge) {
    /** A source it rests on. @param over it holds no more */
    public record Basis(UUID id, String name, String link, LocalDate validUntil, boolean over) {
    }
}
