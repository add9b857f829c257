package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Writes the derived search rows. */
@ApplicationScoped
public class SearchRowRepository {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Jdbi jdbi;

    public void refresh(Collection<UUID> people) {
        em.flush();
        jdbi.useHandle(handle -> handle.createQuery("select refresh_search_rows(:people)")
            .bindArray("people", UUID.class, people.toArray()).mapTo(Long.class).one());
    }
}
