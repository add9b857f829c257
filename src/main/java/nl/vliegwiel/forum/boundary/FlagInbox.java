package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.forum.persistence.PostQueries;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;

/** Posts that somebody wants a moderator to look at. */
@ApplicationScoped
public class FlagInbox implements InboxSource {
    @Inject
    private PostQueries posts;

    @Inject
    private ForumPolicy policy;

    @Override
    public List<InboxItem> waitingFor(Actor actor) {
        return posts.flagged(moderated(actor)).stream().map(one -> new InboxItem("POST_FLAGGED", "post", one.postId(), one.version(), "post.flagged.inbox",
            List.of(one.title()), one.since(), null, "/forum/topic?id=" + one.topicId() + "&post=" + one.postId() + "#post-" + one.postId())).toList();
    }

    @Override
    public int count(Actor actor) {
        return posts.countFlagged(moderated(actor));
    }

    private List<UUID> moderated(Actor actor) {
        return policy.moderatedSpaces(actor).stream().map(Space::id).toList();
    }
}
