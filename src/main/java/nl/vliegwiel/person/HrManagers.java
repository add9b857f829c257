package nl.vliegwiel.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.person.persistence.ReceiverQueries;

/** Who decides for a library, so that messages for the library reach somebody. */
@ApplicationScoped
public class HrManagers {
    @Inject
    private ReceiverQueries queries;

    @Inject
    private Clock clock;

    /** The HR managers of today, deputies among them. */
    public List<UUID> of(UUID organisationId) {
        return queries.hrManagers(organisationId, LocalDate.now(clock));
    }

    /** Those of them who stand in for another today; empty for none. */
    public List<UUID> deputiesOf(UUID organisationId) {
        return queries.deputies(organisationId, LocalDate.now(clock));
    }

    /** Who moderates the region of a library today. */
    public List<UUID> moderatorsOf(UUID libraryId) {
        return queries.moderators(libraryId, LocalDate.now(clock));
    }
}
