package nl.vliegwiel.skill.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** Counts of the catalogue. */
@ApplicationScoped
public class CatalogueFiguresQueries {
    @Inject
    private Jdbi jdbi;

    public int skills() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from skill where not retired").mapTo(Integer.class).one());
    }
}
