package nl.vliegwiel.learning.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.learning.persistence.CohortQueries;
import nl.vliegwiel.meeting.Meetings;
import nl.vliegwiel.platform.calendar.CalendarEntry;
import nl.vliegwiel.platform.calendar.CalendarSource;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Period;

/** The sessions of her cohorts in somebody's own feed, beside her loans. */
@ApplicationScoped
public class SessionCalendar implements CalendarSource {
    @Inject
    private CohortQueries cohorts;

    @Inject
    private Meetings meetings;

    @Override
    public List<CalendarEntry> of(UUID personId, Instant since, Locale language) {
        Set<UUID> groups = new HashSet<>(cohorts.joined(personId));
        groups.addAll(cohorts.guided(personId));
        List<Meetings.SessionInBrief> sessions = meetings.of(groups, since);
        Map<UUID, String> names = sessions.stream().map(Meetings.SessionInBrief::groupId).distinct()
            .collect(Collectors.toMap(id -> id, id -> cohorts.find(id, null).map(CohortQueries.Row::title).orElse("")));
        return sessions.stream().map(one -> new CalendarEntry(one.id(), one.sequence(), one.changedAt(), new Period(one.startsAt(), one.endsAt()),
            one.title() + " (" + names.get(one.groupId()) + ")", one.where().isEmpty() ? Texts.of(language, "cohort.online") : one.where(), one.link(), "/learning/session?id=" + one.id(),
            one.cancelled())).toList();
    }
}
