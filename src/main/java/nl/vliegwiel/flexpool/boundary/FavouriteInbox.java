package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.vliegwiel.flexpool.domain.FavouriteState;
import nl.vliegwiel.flexpool.persistence.FavouriteQueries;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;

/** Libraries that ask whether somebody wants to be among their favourites. */
@ApplicationScoped
public class FavouriteInbox implements InboxSource {
    @Inject
    private FavouriteQueries queries;

    @Override
    public List<InboxItem> waitingFor(Actor actor) {
        return queries.ofPerson(actor.personId()).stream().filter(one -> one.state() == FavouriteState.ASKED)
            .map(one -> new InboxItem("FAVOURITE_ASKED", "favourite", one.id(), one.version(), "favourites.inbox", List.of(one.organisation()), one.askedAt(), null,
                "/flexpool/favourites")).toList();
    }

    @Override
    public int count(Actor actor) {
        return queries.asked(actor.personId());
    }
}
