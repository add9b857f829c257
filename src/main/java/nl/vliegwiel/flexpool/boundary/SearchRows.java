package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.PlacementChanged;
import nl.vliegwiel.flexpool.persistence.SearchRowRepository;
import nl.vliegwiel.person.EmploymentChanged;
import nl.vliegwiel.skill.SkillsChanged;

/**
 * Keeps the derived search row of a person equal to its truth, in the transaction that changes the truth. Whoever
 * changes pool, availability, skills, employment or placements of a person calls {@link #refresh} last, or tells one
 * of the events below.
 */
@ApplicationScoped
public class SearchRows {
    @Inject
    private SearchRowRepository rows;

    /** Writes what was changed so far in this transaction, and takes it over; does nothing for who is not in the pool. */
    public void refresh(UUID personId) {
        refresh(List.of(personId));
    }

    public void refresh(Collection<UUID> people) {
        rows.refresh(people);
    }

    void skillsChanged(@Observes SkillsChanged event) {
        refresh(event.personId());
    }

    void employmentChanged(@Observes EmploymentChanged event) {
        refresh(event.personId());
    }

    void placementChanged(@Observes PlacementChanged event) {
        switch (event.change()) {
            case CONFIRMED, CANCELLED, TEXT_CHANGED -> refresh(event.employeeId());
            default -> {
                // Only definite placements hold a person's time
            }
        }
    }
}
