package nl.vliegwiel.platform.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What a feature has in somebody's calendar. The feed asks every source and knows none. */
public interface CalendarSource {
    /** @return what ends after a moment, by start, called off or not */
    List<CalendarEntry> of(UUID personId, Instant since, Locale language);
}
