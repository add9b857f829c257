package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.vliegwiel.flexpool.persistence.FavouriteQueries;
import nl.vliegwiel.flexpool.persistence.PlacementRepository;

/**
 * Who leaves the pool is asked nothing more (R11): what is not definite ends, she is nobody's favourite any more, and each
 * is told as if she had done it one by one (R14). What is definite stays agreed.
 */
@ApplicationScoped
class PoolLeaving {
    @Inject
    private PlacementRepository placements;

    @Inject
    private PlacementEndService ends;

    @Inject
    private FavouriteService favourites;

    @Inject
    private FavouriteQueries queries;

    /** By the person herself. */
    void left(UUID personId) {
        for (UUID open : placements.openIdsOf(personId)) {
            // One that ended may have ended others with it, as a swap does
            placements.find(open).filter(placement -> placement.state().isOpen()).ifPresent(placement -> ends.withdraw(new Withdraw(open, placement.version())));
        }
        queries.ofPerson(personId).stream().filter(row -> row.state().isRunning()).forEach(row -> favourites.end(row.id(), row.version()));
    }
}
