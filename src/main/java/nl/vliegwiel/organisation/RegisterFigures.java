package nl.vliegwiel.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.vliegwiel.organisation.persistence.RegisterFiguresQueries;

/** How large the register is. */
@ApplicationScoped
public class RegisterFigures {
    @Inject
    private RegisterFiguresQueries queries;

    /** Libraries that are not merged into another. */
    public int libraries() {
        return queries.libraries();
    }
}
