package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Placement;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.StaleData;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Placements with their consents, and the locks under which they become definite. */
@ApplicationScoped
public class PlacementRepository {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Jdbi jdbi;

    /**
     * D4: everything that decides about a shift or about a person's time waits here for its turn, always in the order
     * request, shifts by id, person, so that nobody waits for each other in a ring. The lock is not the strongest one:
     * rows that merely point at the request, the shift or the person are written meanwhile.
     */
    public void lock(UUID requestId, Collection<UUID> shiftIds, UUID employeeId) {
        lock(List.of(requestId), shiftIds, List.of(employeeId));
    }

    /** The same for a swap, which is about several requests and people: each kind by id. */
    public void lock(Collection<UUID> requestIds, Collection<UUID> shiftIds, Collection<UUID> employeeIds) {
        jdbi.useHandle(handle -> {
            lock(handle, "staff_request", requestIds);
            lock(handle, "shift", shiftIds);
            lock(handle, "person", employeeIds);
        });
    }

    private static void lock(Handle handle, String table, Collection<UUID> ids) {
        handle.createQuery("select id from " + table + " where id = any(:ids) order by id for no key update")
            .bindArray("ids", UUID.class, ids.toArray()).mapTo(UUID.class).list();
    }

    /** The new placements of a swap. */
    public List<Placement> ofSwap(UUID swapId) {
        return em.createQuery("select p from Placement p where p.swapId = :swap order by p.id", Placement.class).setParameter("swap", swapId).getResultList();
    }

    /** @throws NotFound {@code placement.notFound} */
    public Placement get(UUID id) {
        return Optional.ofNullable(em.find(Placement.class, id)).orElseThrow(() -> new NotFound("placement.notFound"));
    }

    /** @throws StaleData {@code stale} when the version that somebody saw is no longer the newest */
    public void requireVersion(Placement placement, int seenVersion) {
        if (placement.version() != seenVersion) {
            throw new StaleData("stale");
        }
    }

    public void add(Placement placement) {
        em.persist(placement);
    }

    /** What waits for decisions or stands by, of one request. */
    public List<Placement> openOf(UUID requestId) {
        return em.createQuery("select p from Placement p where p.requestId = :request and p.state in :open order by p.id", Placement.class)
            .setParameter("request", requestId)
            .setParameter("open", Arrays.stream(PlacementState.values()).filter(PlacementState::isOpen).toList())
            .getResultList();
    }

    public Optional<Placement> find(UUID id) {
        return Optional.ofNullable(em.find(Placement.class, id));
    }

    /** What waits for decisions or stands by, of one person; those of a request one after the other. */
    public List<UUID> openIdsOf(UUID employeeId) {
        return em.createQuery("select p.id from Placement p where p.employeeId = :employee and p.state in :open order by p.requestId, p.id", UUID.class)
            .setParameter("employee", employeeId)
            .setParameter("open", Arrays.stream(PlacementState.values()).filter(PlacementState::isOpen).toList())
            .getResultList();
    }

    /** What waits for decisions or stands by, of one shift. */
    public List<Placement> openOfShift(UUID shiftId) {
        return em.createQuery("select p from Placement p where p.shiftId = :shift and p.state in :open order by p.id", Placement.class)
            .setParameter("shift", shiftId)
            .setParameter("open", Arrays.stream(PlacementState.values()).filter(PlacementState::isOpen).toList())
            .getResultList();
    }

    /** Writes now, so that a constraint speaks here and the version is the new one. */
    public void flush() {
        em.flush();
    }
}
