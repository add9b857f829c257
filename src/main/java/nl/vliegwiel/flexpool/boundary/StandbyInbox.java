package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.vliegwiel.flexpool.persistence.StandbyQueries;
import nl.vliegwiel.flexpool.persistence.StandbyQueries.Question;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;

/** Standbys that were asked whether they still are one. */
@ApplicationScoped
public class StandbyInbox implements InboxSource {
    @Inject
    private StandbyQueries queries;

    @Inject
    private Clock clock;

    @Override
    public List<InboxItem> waitingFor(Actor actor) {
        return queries.questions(actor.personId(), clock.instant()).stream().map(StandbyInbox::item).toList();
    }

    private static InboxItem item(Question one) {
        Instant lapses = one.askedAt().plus(StandbyRound.PATIENCE);
        return new InboxItem("STANDBY_CONFIRM", "placement", one.placementId(), one.version(), "standby.inbox", List.of(one.borrower(), one.start(), one.title()),
            one.askedAt(), lapses.isBefore(one.start()) ? lapses : one.start(), "/flexpool/placement?id=" + one.placementId());
    }

    @Override
    public int count(Actor actor) {
        return queries.countQuestions(actor.personId(), clock.instant());
    }
}
