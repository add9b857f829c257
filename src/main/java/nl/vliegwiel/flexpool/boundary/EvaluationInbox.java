package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationTerm;
import nl.vliegwiel.flexpool.persistence.EvaluationQueries;
import nl.vliegwiel.flexpool.persistence.EvaluationQueries.Waiting;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;
import nl.vliegwiel.platform.time.Zones;

/** Asks both sides how a placement went, and after a place to learn for a day to talk; each goes by itself when its time is over. */
@ApplicationScoped
public class EvaluationInbox implements InboxSource {
    private static final int TALK_DAYS = 42;

    @Inject
    private EvaluationQueries queries;

    @Inject
    private Clock clock;

    @Override
    public List<InboxItem> waitingFor(Actor actor) {
        Instant now = clock.instant();
        Set<UUID> libraries = actor.organisationsWhere(Role.HR_MANAGER);
        Instant since = ago(now, EvaluationTerm.DAYS);
        return Stream.of(
            queries.mine(actor.personId(), since, now).stream().map(one -> item("EVALUATION_EMPLOYEE", one, "evaluation.inbox.employee", one.borrower(), EvaluationTerm.DAYS)),
            queries.ours(actor.personId(), libraries, since, now).stream()
                .map(one -> item("EVALUATION_BORROWER", one, "evaluation.inbox.borrower", one.employee(), EvaluationTerm.DAYS)),
            queries.talks(actor.personId(), libraries, ago(now, TALK_DAYS), now).stream().map(one -> item("RETURN_TALK", one, "talk.inbox", one.employee(), TALK_DAYS)))
            .flatMap(items -> items).toList();
    }

    private static InboxItem item(String kind, Waiting one, String key, String whom, int days) {
        ZonedDateTime end = one.end().atZone(Zones.AMSTERDAM);
        return new InboxItem(kind, "placement", one.placementId(), 0, key, List.of(whom, one.title()), one.end(), end.plusDays(days).toInstant(),
            "/flexpool/evaluation?id=" + one.placementId());
    }

    @Override
    public int count(Actor actor) {
        Instant now = clock.instant();
        return queries.count(actor.personId(), actor.organisationsWhere(Role.HR_MANAGER), ago(now, EvaluationTerm.DAYS), ago(now, TALK_DAYS), now);
    }

    private static Instant ago(Instant now, int days) {
        return now.atZone(Zones.AMSTERDAM).minusDays(days).toInstant();
    }
}
