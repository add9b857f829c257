package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.forum.persistence.RouteQueries;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;

/** Questions that nobody answered, neither the region nor who knows their theme: for the moderator. */
@ApplicationScoped
public class WaitingQuestions implements InboxSource {
    @Inject
    private RouteQueries routes;

    @Inject
    private ForumPolicy policy;

    @Override
    public List<InboxItem> waitingFor(Actor actor) {
        return routes.waiting(moderated(actor)).stream().map(one -> new InboxItem("QUESTION_WAITS", "topic", one.topicId(), one.version(), "route.inbox", List.of(one.title()),
            one.since(), null, "/forum/topic?id=" + one.topicId())).toList();
    }

    @Override
    public int count(Actor actor) {
        return routes.countWaiting(moderated(actor));
    }

    private List<UUID> moderated(Actor actor) {
        return policy.moderatedSpaces(actor).stream().map(Space::id).toList();
    }
}
