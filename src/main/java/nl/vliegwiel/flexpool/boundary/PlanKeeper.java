package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.vliegwiel.flexpool.persistence.PlanQueries;
import nl.vliegwiel.flexpool.persistence.PlanQueries.Made;
import nl.vliegwiel.flexpool.persistence.PlanQueries.Outcome;

/** Writes a plan that is made, whole or not at all; called by the run, never by a person. */
@ApplicationScoped
class PlanKeeper {
    @Inject
    private PlanQueries queries;

    @Transactional
    public void keep(Outcome outcome, List<Made> lines) {
        queries.finish(outcome, lines);
    }
}
