package nl.vliegwiel.forum.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.forum.domain.TopicKind;
import nl.vliegwiel.forum.persistence.AnswerQueries;
import nl.vliegwiel.forum.persistence.PostQueries;
import nl.vliegwiel.forum.persistence.TopicQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;

/** What readers say of a post without writing one: that they like it, that it helped, that a moderator should look. */
@UseCase
public class ReactionService {
    @Inject
    private TopicQueries topics;

    @Inject
    private PostQueries posts;

    @Inject
    private AnswerQueries answers;

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
     * Asks a moderator to look. Who asked is told to nobody.
     *
     * @throws NotFound {@code post.notFound}
     * @throws RuleViolation without a reason
     */
    public void flag(UUID id, String reason) {
        FoundPost found = policy.requireShownPost(actor.get(), id);
        ForumText text = new ForumText(true);
        String why = text.reason(reason);
        text.throwIfWrong();
        posts.flag(Ids.next(), id, found.who().personId(), why, clock.instant());
    }

    /** @throws NotFound {@code post.notFound}; Forbidden {@code post.like.own} */
    public Post like(UUID id) {
        FoundPost found = policy.requireShownPost(actor.get(), id);
        if (found.who().is(found.post().authorId())) {
            throw new Forbidden("post.like.own");
        }
        if (posts.like(id, found.who().personId(), clock.instant())) {
            topics.liked(found.topic().id(), 1);
        }
        return views.view(policy.requirePost(actor.get(), id));
    }

    /** @throws NotFound {@code post.notFound} */
    public Post unlike(UUID id) {
        FoundPost found = policy.requireShownPost(actor.get(), id);
        if (posts.unlike(id, found.who().personId())) {
            topics.liked(found.topic().id(), -1);
        }
        return views.view(policy.requirePost(actor.get(), id));
    }

    /**
     * Says that this answer helped; it stands under the question from then on. Another may be chosen later.
     *
     * @throws NotFound {@code post.notFound}; Forbidden {@code post.accept.notYours}
     * @throws Conflict {@code post.accept.notQuestion}
     * @throws StaleData {@code stale} when the answer does not say any more what was read
     */
    public Post accept(UUID id, int seenVersion) {
        FoundPost found = policy.requireShownPost(actor.get(), id);
        if (found.topic().kind() != TopicKind.QUESTION || found.post().position() == 1) {
            throw new Conflict("post.accept.notQuestion");
        }
        policy.requireAccept(found.who(), found.topic(), found.post(), found.space());
        topics.lock(found.topic().id());
        if (policy.requirePost(actor.get(), id).post().version() != seenVersion) {
            throw new StaleData("stale");
        }
        if (!id.equals(found.topic().acceptedPostId())) {
            topics.accept(found.topic().id(), id);
            answers.accepted(found.topic().id());
            topics.index(found.topic().id());
            keeper.record(found, "accepted", Map.of());
        }
        return views.view(policy.requirePost(actor.get(), id));
    }
}
