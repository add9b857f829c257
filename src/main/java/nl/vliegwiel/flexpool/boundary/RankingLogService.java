package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.persistence.RankingLogQueries;
import nl.vliegwiel.flexpool.persistence.RankingQueries;
import nl.vliegwiel.flexpool.persistence.RankingQueries.Asked;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;

/** Which rankings of a request were shown to whom, by which rules: to look into them afterwards. */
@UseCase
public class RankingLogService {
    @Inject
    private RankingLogQueries log;

    @Inject
    private RankingQueries queries;

    @Inject
    private RequestService requests;

    @Inject
    private CandidatePolicy policy;

    @Inject
    private CandidateRefs refs;

    @Inject
    private CurrentActor actor;

    /**
     * One ranking that was shown.
     *
     * @param rules version of the hard filters and the set of working-time limits
     * @param weights name of the set and its five parts
     * @param further the cards come after others that were shown before
     */
    public record Line(long number, Instant at, String by, UUID shiftId, Instant start, Instant end, String rules, Map<String, Object> weights,
            boolean further, List<Card> shown) {
    }

    /** A card of it, in the order shown; the person only for administrators, who look into a complaint. */
    public record Card(String candidateRef, UUID personId, int score) {
    }

    /**
     * @param after number of the last line that was seen; 0 for the newest
     * @return newest first
     * @throws NotFound {@code request.notFound} for who neither sees the request nor is an administrator
     */
    public List<Line> lines(UUID requestId, long after, int limit) {
        Actor who = actor.get();
        Asked asked = queries.asked(requestId).orElseThrow(() -> new NotFound("request.notFound"));
        if (!policy.mayReadLog(who, asked.organisationId())) {
            requests.get(requestId);
        }
        policy.requireReadLog(who, asked.organisationId());
        return log.lines(requestId, after, limit).stream().map(line -> new Line(line.number(), line.at(), line.by(), line.shiftId(), line.start(), line.end(),
            line.rules(), line.weights(), line.further(), line.shown().stream().map(card -> new Card(refs.ref(requestId, card.personId()),
                who.isAdmin() ? card.personId() : null, card.score())).toList())).toList();
    }
}
