package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import nl.vliegwiel.flexpool.persistence.InductionQueries;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;

/** Safety instructions that wait for somebody's acceptance before her first shift. */
@ApplicationScoped
public class InductionInbox implements InboxSource {
    @Inject
    private InductionQueries queries;

    @Inject
    private Clock clock;

    @Override
    public List<InboxItem> waitingFor(Actor actor) {
        return queries.open(actor.personId(), clock.instant()).stream().map(one -> new InboxItem("INDUCTION_ACCEPT", "induction", one.branchId(), one.version(),
            "induction.inbox", List.of(one.branch(), one.organisation(), one.firstStart()), one.since(), one.firstStart(), "/flexpool/induction?branch=" + one.branchId()))
            .toList();
    }

    @Override
    public int count(Actor actor) {
        return queries.countOpen(actor.personId(), clock.instant());
    }
}
