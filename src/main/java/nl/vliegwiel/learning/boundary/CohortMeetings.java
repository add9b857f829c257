package nl.vliegwiel.learning.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.learning.domain.CohortState;
import nl.vliegwiel.learning.domain.EnrolmentState;
import nl.vliegwiel.learning.persistence.CohortQueries;
import nl.vliegwiel.meeting.MeetingAudience;
import nl.vliegwiel.platform.actor.Actor;

/** Cohorts meet: who takes part and who guides is invited; when and where is for all who may see the cohort. */
@ApplicationScoped
public class CohortMeetings implements MeetingAudience {
    @Inject
    private CohortQueries cohorts;

    @Inject
    private LearningPolicy policy;

    @Override
    public String kind() {
        return CohortAudience.KIND;
    }

    @Override
    public Set<UUID> invited(UUID group) {
        return cohorts.invited(group);
    }

    @Override
    public boolean maySee(Actor who, UUID group) {
        return row(who, group).filter(row -> row.state() != CohortState.DRAFT || policy.mayGuide(who, row)).isPresent();
    }

    @Override
    public boolean takesPart(Actor who, UUID group) {
        return row(who, group).filter(row -> row.mine() == EnrolmentState.ENROLLED).isPresent();
    }

    @Override
    public boolean leads(Actor who, UUID group) {
        return row(who, group).filter(row -> policy.mayGuide(who, row)).isPresent();
    }

    @Override
    public String name(UUID group) {
        return cohorts.find(group, null).map(CohortQueries.Row::title).orElse("");
    }

    private Optional<CohortQueries.Row> row(Actor who, UUID group) {
        return cohorts.find(group, who.personId());
    }
}
