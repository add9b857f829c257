package nl.vliegwiel.meeting.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.vliegwiel.meeting.persistence.SessionQueries;
import nl.vliegwiel.organisation.OrganisationsMerged;

/** R19: the successor is host of what is still to come. */
@ApplicationScoped
class MergedHosts {
    @Inject
    private SessionQueries sessions;

    void merged(@Observes OrganisationsMerged event) {
        sessions.merge(event.from(), event.into(), event.at());
    }
}
