package nl.vliegwiel.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import nl.vliegwiel.person.persistence.StaffFiguresQueries;

/** How many people there are. */
@ApplicationScoped
public class StaffFigures {
    @Inject
    private StaffFiguresQueries queries;

    /**
     * People with an employment of today.
     *
     * @param people how many
     * @param neverSignedIn how many of them have no account linked yet
     */
    public record Figures(int people, int neverSignedIn) {
    }

    public Figures on(LocalDate day) {
        return queries.on(day);
    }
}
