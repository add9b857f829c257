package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.StaffRequest;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.StaleData;

/** Requests as a whole, with their shifts and skills. */
@ApplicationScoped
public class RequestRepository {
    @PersistenceContext
    private EntityManager em;

    /** @throws NotFound {@code request.notFound} */
    public StaffRequest get(UUID id) {
        return Optional.ofNullable(em.find(StaffRequest.class, id)).orElseThrow(() -> new NotFound("request.notFound"));
    }

    /**
     * Before a change.
     *
     * @param seenVersion the version that the person saw
     * @throws StaleData {@code stale} when it is no longer the newest
     */
    public static void requireVersion(StaffRequest request, int seenVersion) {
        if (request.version() != seenVersion) {
            throw new StaleData("stale");
        }
    }

    public void add(StaffRequest request) {
        em.persist(request);
    }

    /** Writes now, so that a constraint speaks here and the version is the new one. */
    public void flush() {
        em.flush();
    }
}
