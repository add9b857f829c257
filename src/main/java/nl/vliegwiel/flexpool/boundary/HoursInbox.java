package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.domain.hours.HoursState;
import nl.vliegwiel.flexpool.persistence.HoursQueries;
import nl.vliegwiel.flexpool.persistence.HoursQueries.Row;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;
import nl.vliegwiel.platform.time.Zones;

/** Hours that wait for somebody (R12): her own by week, as they are submitted; for an employer all at once, as they are decided. */
@ApplicationScoped
public class HoursInbox implements InboxSource {
    @Inject
    private HoursQueries queries;

    @Inject
    private Clock clock;

    @Override
    public List<InboxItem> waitingFor(Actor actor) {
        List<InboxItem> items = new ArrayList<>();
        Map<LocalDate, List<Row>> weeks = queries.open(actor.personId(), clock.instant()).stream()
            .collect(Collectors.groupingBy(HoursInbox::monday, LinkedHashMap::new, Collectors.toList()));
        weeks.forEach((monday, rows) -> items.add(item("HOURS_SUBMIT", rows, List.of(monday, rows.size()), "/flexpool/hours?week=" + monday)));
        Map<String, List<Row>> waiting = queries.waiting(actor.personId(), actor.organisationsWhere(Role.HR_MANAGER)).stream()
            .collect(Collectors.groupingBy(HoursInbox::kind, LinkedHashMap::new, Collectors.toList()));
        waiting.forEach((kind, rows) -> items.add(item(kind, rows, List.of(rows.size()), "/flexpool/hours#" + (kind.equals("HOURS_CONFIRM") ? "confirm" : "approve"))));
        return items;
    }

    private static InboxItem item(String kind, List<Row> rows, List<Object> arguments, String url) {
        Row first = rows.get(0);
        return new InboxItem(kind, "hours", first.placementId(), first.sheet().version(), "hours.inbox." + kind, arguments,
            first.changedAt() == null ? first.planned().end() : first.changedAt(), null, url);
    }

    @Override
    public int count(Actor actor) {
        return queries.count(actor.personId(), actor.organisationsWhere(Role.HR_MANAGER), clock.instant());
    }

    private static String kind(Row row) {
        return row.sheet().state() == HoursState.SUBMITTED ? "HOURS_CONFIRM" : "HOURS_APPROVE";
    }

    private static LocalDate monday(Row row) {
        return row.planned().start().atZone(Zones.AMSTERDAM).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
