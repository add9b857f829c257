package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.persistence.DecisionQueries;
import nl.vliegwiel.flexpool.persistence.DecisionQueries.Row;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;

/** Placements that wait for somebody's yes or no (R1), for herself and for the libraries she is HR manager of. */
@ApplicationScoped
public class ConsentInbox implements InboxSource {
    @Inject
    private DecisionQueries queries;

    @Inject
    private Clock clock;

    @Override
    public List<InboxItem> waitingFor(Actor actor) {
        Instant now = clock.instant();
        List<Row> rows = queries.waiting(actor.personId(), actor.organisationsWhere(Role.HR_MANAGER), now);
        Map<UUID, List<Row>> toChooseFrom = rows.stream().filter(ConsentInbox::isChoice)
            .collect(Collectors.groupingBy(Row::requestId, LinkedHashMap::new, Collectors.toList()));
        return Stream.concat(rows.stream().filter(row -> !isChoice(row)).map(row -> item(row, now)),
            toChooseFrom.values().stream().map(applicants -> choice(applicants, now))).toList();
    }

    @Override
    public int count(Actor actor) {
        return queries.count(actor.personId(), actor.organisationsWhere(Role.HR_MANAGER), clock.instant());
    }

    private static boolean isChoice(Row row) {
        return row.party() == Party.BORROWER && !row.swap();
    }

    /** The borrower chooses among all who came forward for a request, so that is one decision and not one each. */
    static InboxItem choice(List<Row> applicants, Instant now) {
        Row first = applicants.get(0);
        return new InboxItem("REQUEST_CHOOSE", "request", first.requestId(), first.requestVersion(), "placement.inbox.CHOOSE",
            List.of(applicants.size(), first.title()), applicants.stream().map(Row::since).min(Comparator.naturalOrder()).orElseThrow(),
            applicants.stream().map(row -> until(row, now)).min(Comparator.naturalOrder()).orElseThrow(),
            "/flexpool/request?id=" + first.requestId() + "#aanmeldingen");
    }

    private static InboxItem item(Row row, Instant now) {
        // Whom it is about: the lender knows her own people
        String who = row.party() == Party.LENDER ? row.employee() : row.lender();
        return new InboxItem("PLACEMENT_CONSENT_" + row.party(), "placement", row.id(), row.version(), (row.swap() ? "placement.inbox.swap." : "placement.inbox.") + row.party(),
            List.of(row.borrower(), row.start(), row.title(), who), row.since(), until(row, now), "/flexpool/placement?id=" + row.id());
    }

    /** The deadline of the request, or the begin of the work where there is none or it has passed. */
    private static Instant until(Row row, Instant now) {
        boolean useful = row.deadline() != null && row.deadline().isAfter(now) && row.deadline().isBefore(row.start());
        return useful ? row.deadline() : row.start();
    }
}
