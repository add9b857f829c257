package nl.vliegwiel.skill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.vliegwiel.skill.persistence.CatalogueFiguresQueries;

/** How large the catalogue is. */
@ApplicationScoped
public class CatalogueFigures {
    @Inject
    private CatalogueFiguresQueries queries;

    /** Entries that can be chosen. */
    public int skills() {
        return queries.skills();
    }
}
