package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.forum.domain.AnswerState;
import nl.vliegwiel.forum.domain.TopicKind;
import nl.vliegwiel.forum.persistence.AnswerQueries;
import nl.vliegwiel.forum.persistence.AnswerQueries.BasisRow;
import nl.vliegwiel.forum.persistence.ExpertQueries;
import nl.vliegwiel.forum.persistence.PostQueries;
import nl.vliegwiel.platform.time.Zones;

/** What is known of answers beside their words, as one reader sees it. */
@ApplicationScoped
class AnswerViews {
    private AnswerQueries answers;
    private ExpertQueries experts;
    private ForumPolicy policy;
    private Clock clock;

    protected AnswerViews() {
    }

    @Inject
    AnswerViews(AnswerQueries answers, ExpertQueries experts, ForumPolicy policy, Clock clock) {
        this.answers = answers;
        this.experts = experts;
        this.policy = policy;
        this.clock = clock;
    }

    /** By post, for answers to a question, and for articles and letters. */
    Map<UUID, Answer> of(FoundTopic place, Collection<PostQueries.Row> posts) {
        if (place.topic().kind() == TopicKind.DISCUSSION || posts.isEmpty()) {
            return Map.of();
        }
        List<UUID> ids = posts.stream().map(PostQueries.Row::id).toList();
        Map<UUID, AnswerQueries.Row> known = answers.of(ids);
        Map<UUID, List<BasisRow>> sources = known.isEmpty() ? Map.of() : answers.sources(ids).stream().collect(Collectors.groupingBy(BasisRow::postId));
        boolean expert = experts.knows(place.who().personId(), place.topic().tags());
        LocalDate today = LocalDate.now(clock.withZone(Zones.AMSTERDAM));
        Map<UUID, Answer> views = new HashMap<>();
        for (PostQueries.Row post : posts) {
            boolean may = policy.mayJudge(place.who(), place.topic(), post, place.space(), expert);
            AnswerQueries.Row row = known.get(post.id());
            if (row == null) {
                if (may) {
                    views.put(post.id(), new Answer(null, AnswerState.CURRENT, List.of(), null, null, null, null, true));
                }
                continue;
            }
            views.put(post.id(), new Answer(row.summary(), AnswerState.of(row.outdatedAt(), row.checkFrom(), today),
                sources.getOrDefault(post.id(), List.of()).stream().map(one -> new Answer.Basis(one.id(), one.name(), one.link(), one.validUntil(),
                    one.validUntil() != null && one.validUntil().isBefore(today))).toList(),
                row.verifiedAt(), row.outdatedAt(), row.outdatedReason(), row.checkFrom(), may));
        }
        return views;
    }
}
