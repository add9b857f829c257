package nl.vliegwiel.organisation.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** Counts of the register. */
@ApplicationScoped
public class RegisterFiguresQueries {
    @Inject
    private Jdbi jdbi;

    public int libraries() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from organisation where kind = 'LIBRARY' and merged_into is null")
            .mapTo(Integer.class).one());
    }
}
