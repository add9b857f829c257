package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import nl.vliegwiel.flexpool.persistence.SwapQueries;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;

/** A colleague asks to change places. */
@ApplicationScoped
public class SwapInbox implements InboxSource {
    @Inject
    private SwapQueries swaps;

    @Inject
    private Clock clock;

    @Override
    public List<InboxItem> waitingFor(Actor actor) {
        return swaps.waiting(actor.personId(), clock.instant()).stream().map(one -> new InboxItem("SWAP_ANSWER", "swap", one.id(), one.version(), "swap.inbox",
            List.of(one.asker(), one.start()), one.askedAt(), one.start(), "/flexpool/swap?id=" + one.id())).toList();
    }

    @Override
    public int count(Actor actor) {
        return swaps.count(actor.personId(), clock.instant());
    }
}
