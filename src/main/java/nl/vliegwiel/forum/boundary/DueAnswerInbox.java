package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.forum.persistence.AnswerQueries;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;
import nl.vliegwiel.platform.time.Zones;

/** Answers whose ground has ended: for who wrote them and for who knows their theme. */
@ApplicationScoped
public class DueAnswerInbox implements InboxSource {
    /** Nobody does more at a time; the rest comes as these are done. */
    private static final int MOST = 50;

    @Inject
    private AnswerQueries answers;

    @Inject
    private ForumPolicy policy;

    @Inject
    private Clock clock;

    @Override
    public List<InboxItem> waitingFor(Actor actor) {
        return due(actor, MOST).stream().map(one -> new InboxItem("ANSWER_DUE", "post", one.postId(), one.version(), "answer.due.inbox", List.of(one.title()),
            one.since().atStartOfDay(Zones.AMSTERDAM).toInstant(), null, "/forum/post?id=" + one.postId() + "#answer")).toList();
    }

    @Override
    public int count(Actor actor) {
        return due(actor, MOST).size();
    }

    private List<AnswerQueries.DueRow> due(Actor actor, int most) {
        LocalDate today = LocalDate.now(clock.withZone(Zones.AMSTERDAM));
        // Most people have none: then nobody asks what they may read
        if (!answers.anyDue(actor.personId(), today)) {
            return List.of();
        }
        List<UUID> spaces = policy.spaces(actor).stream().map(Space::id).toList();
        return answers.due(actor.personId(), spaces, today, most);
    }
}
