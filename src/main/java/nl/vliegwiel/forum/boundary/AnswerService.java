package nl.vliegwiel.forum.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.forum.persistence.AnswerQueries;
import nl.vliegwiel.forum.persistence.ExpertQueries;
import nl.vliegwiel.forum.persistence.PostQueries;
import nl.vliegwiel.forum.persistence.SourceQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/** Answers that age: on what an answer rests, what it says in plain words, and whether it still holds. */
@UseCase
public class AnswerService {
    @Inject
    private AnswerQueries answers;

    @Inject
    private PostQueries posts;

    @Inject
    private SourceQueries sources;

    @Inject
    private ExpertQueries experts;

    @Inject
    private PostKeeper keeper;

    @Inject
    private PostViews views;

    @Inject
    private ForumPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    /**
     * Says on what an answer rests, and what it comes down to for who has no HR officer.
     *
     * @param sourceIds none for nothing that ends
     * @param summary in plain words, without markup; nothing for none
     * @param aboutNobody words of illness in it are about nobody in particular (R8)
     * @throws NotFound {@code post.notFound}; Forbidden {@code answer.notYours}
     * @throws RuleViolation what is wrong with the summary, or {@code source.notFound}
     * @throws StaleData {@code stale}
     */
    public Post rest(UUID postId, int seenVersion, List<UUID> sourceIds, String summary, boolean aboutNobody) {
        FoundPost found = require(postId);
        ForumText text = new ForumText(aboutNobody);
        String plain = text.summary(summary);
        text.throwIfWrong();
        Set<UUID> wanted = sourceIds == null ? Set.of() : sourceIds.stream().filter(java.util.Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> known = sources.all(today()).stream().map(SourceQueries.Row::id).collect(Collectors.toSet());
        if (!known.containsAll(wanted)) {
            throw new RuleViolation(List.of(Violation.of("sourceIds", "source.notFound")));
        }
        seen(postId, seenVersion);
        answers.rest(postId, found.post().authorId(), wanted, plain, found.who().personId());
        keeper.record(found, "based", Map.of("sources", wanted.stream().map(UUID::toString).sorted().toList(), "summary", plain != null));
        return again(postId);
    }

    /**
     * It still holds. What rests on something that has ended is asked again a year later.
     *
     * @throws NotFound {@code post.notFound}; Forbidden {@code answer.notYours}
     * @throws StaleData {@code stale} when it does not say any more what was read
     */
    public Post verify(UUID postId, int seenVersion) {
        FoundPost found = require(postId);
        seen(postId, seenVersion);
        answers.verify(postId, found.post().authorId(), found.who().personId(), clock.instant());
        keeper.record(found, "verified", Map.of());
        return again(postId);
    }

    /**
     * It holds no more; the reason stands above it from then on, and searches find it after others.
     *
     * @throws NotFound {@code post.notFound}; Forbidden {@code answer.notYours}
     * @throws RuleViolation without a reason
     * @throws StaleData {@code stale}
     */
    public Post outdate(UUID postId, int seenVersion, String reason) {
        FoundPost found = require(postId);
        ForumText text = new ForumText(false);
        String why = text.reason(reason);
        text.throwIfWrong();
        seen(postId, seenVersion);
        answers.outdate(postId, found.post().authorId(), why, found.who().personId(), clock.instant());
        keeper.record(found, "outdated", Map.of());
        return again(postId);
    }

    private FoundPost require(UUID postId) {
        FoundPost found = policy.requireShownPost(actor.get(), postId);
        policy.requireJudge(found, experts.knows(found.who().personId(), found.topic().tags()));
        return found;
    }

    private void seen(UUID postId, int seenVersion) {
        if (!posts.touch(postId, seenVersion)) {
            throw new StaleData("stale");
        }
    }

    private Post again(UUID postId) {
        return views.view(policy.requirePost(actor.get(), postId));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Zones.AMSTERDAM));
    }
}
