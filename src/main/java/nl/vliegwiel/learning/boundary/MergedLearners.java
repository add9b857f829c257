package nl.vliegwiel.learning.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.vliegwiel.learning.persistence.CohortQueries;
import nl.vliegwiel.organisation.OrganisationsMerged;

/** R19: who takes part or waits does so for the successor, which decides from now on; programmes go along with who offers them. */
@ApplicationScoped
class MergedLearners {
    @Inject
    private CohortQueries cohorts;

    void merged(@Observes OrganisationsMerged event) {
        cohorts.merge(event.from(), event.into(), event.at());
    }
}
