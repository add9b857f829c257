package nl.vliegwiel.forum.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.forum.persistence.PostQueries;
import nl.vliegwiel.forum.persistence.TopicQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;

/** What moderators do about posts: hide them with a reason, or leave what was flagged. */
@UseCase
public class ModerationService {
    @Inject
    private TopicQueries topics;

    @Inject
    private PostQueries posts;

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

    /** Why somebody wants a moderator to look. */
    public record Flag(String reason, Instant at) {
    }

    /**
     * A moderator hides a post, and with the first one the topic.
     *
     * @throws NotFound {@code post.notFound}; Forbidden {@code space.notModerator}
     * @throws StaleData {@code stale}
     * @throws RuleViolation without a reason
     */
    public Post hide(UUID id, int seenVersion, String reason) {
        FoundPost found = require(id);
        policy.requireModerate(found.space());
        // The reason may name what was wrong with the words
        ForumText text = new ForumText(true);
        String why = text.reason(reason);
        text.throwIfWrong();
        topics.lock(found.topic().id());
        keeper.hide(found, seenVersion, why, "hidden");
        return views.view(require(id));
    }

    /**
     * A moderator looked at a flagged post and leaves it.
     *
     * @throws NotFound {@code post.notFound}; Forbidden {@code space.notModerator}
     * @throws Conflict {@code post.notFlagged}
     */
    public Post keep(UUID id) {
        FoundPost found = require(id);
        policy.requireModerate(found.space());
        if (posts.handleFlags(id, "KEPT", found.who().personId(), clock.instant()) == 0) {
            throw new Conflict("post.notFlagged");
        }
        keeper.record(found, "kept", Map.of());
        return views.view(require(id));
    }

    /** Why a post was flagged. @throws NotFound {@code post.notFound}; Forbidden {@code space.notModerator} */
    public List<Flag> flags(UUID id) {
        FoundPost found = require(id);
        policy.requireModerate(found.space());
        return posts.flags(id).stream().map(row -> new Flag(row.reason(), row.at())).toList();
    }

    private FoundPost require(UUID id) {
        return policy.requirePost(actor.get(), id);
    }
}
