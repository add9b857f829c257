package nl.vliegwiel.learning.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.vliegwiel.learning.persistence.EnrolmentQueries;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;

/** Places that wait: for an employer's yes, and for who is offered one. */
@ApplicationScoped
public class LearningInbox implements InboxSource {
    @Inject
    private EnrolmentQueries enrolments;

    @Inject
    private Clock clock;

    @Override
    public List<InboxItem> waitingFor(Actor actor) {
        Instant now = clock.instant();
        Set<UUID> managed = actor.organisationsWhere(Role.HR_MANAGER);
        Stream<InboxItem> employers = managed.isEmpty() ? Stream.empty() : enrolments.forEmployers(managed, actor.personId(), now).stream()
            .map(row -> item(row, "ENROLMENT_CONSENT", "enrolment.inbox.consent", List.of(row.person(), row.cohort()), "/learning/consent?id=" + row.id()));
        Stream<InboxItem> offers = enrolments.offered(actor.personId(), now).stream()
            .map(row -> item(row, "ENROLMENT_OFFERED", "enrolment.inbox.offered", List.of(row.cohort()), "/learning/cohort?id=" + row.cohortId()));
        return Stream.concat(employers, offers).toList();
    }

    private static InboxItem item(EnrolmentQueries.Row row, String kind, String title, List<Object> arguments, String url) {
        return new InboxItem(kind, Places.ENTITY, row.id(), row.version(), title, arguments, row.changedAt(), row.until(), url);
    }

    @Override
    public int count(Actor actor) {
        Instant now = clock.instant();
        Set<UUID> managed = actor.organisationsWhere(Role.HR_MANAGER);
        return (managed.isEmpty() ? 0 : enrolments.countForEmployers(managed, actor.personId(), now)) + enrolments.countOffered(actor.personId(), now);
    }
}
