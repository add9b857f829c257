package nl.vliegwiel.meeting.domain;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/**
 * What who leads a group says of a session. Wall clock in Europe/Amsterdam.
 *
 * @param hostId library that receives the group; null for none
 * @param place where; empty for online
 * @param link web address for taking part online; empty for none
 * @param agenda what it is about, in plain text
 */
public record SessionText(String title, LocalDate day, LocalTime from, LocalTime to, UUID hostId, String place, String link, String agenda) {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_LINK = 500;
    private static final int LONGEST_AGENDA = 4000;

    public SessionText {
        title = title == null ? "" : title.strip();
        place = place == null ? "" : place.strip();
        link = link == null ? "" : link.strip();
        agenda = agenda == null ? "" : agenda.strip();
    }

    /** @throws RuleViolation all that is wrong, at the fields */
    public void check() {
        List<Violation> faults = new ArrayList<>();
        if (title.length() < 3 || title.length() > LONGEST_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            faults.add(Violation.of("title", "session.text.length", 3, LONGEST_TITLE));
        }
        if (day == null || day.getYear() < 2000 || day.getYear() > 2099) {
            faults.add(Violation.of("day", "session.day.missing"));
        }
        if (from == null) {
            faults.add(Violation.of("from", "session.time.missing"));
        }
        if (to == null) {
            faults.add(Violation.of("to", "session.time.missing"));
        } else if (from != null && !to.isAfter(from)) {
            faults.add(Violation.of("to", "session.ends.beforeStart"));
        }
        if (place.length() > LONGEST_PLACE || place.chars().anyMatch(Character::isISOControl)) {
            faults.add(Violation.of("place", "session.text.length", 0, LONGEST_PLACE));
        }
        if (!link.isEmpty() && !isWebAddress(link)) {
            faults.add(Violation.of("link", "session.link.notWeb"));
        }
        if (place.isEmpty() && link.isEmpty() && hostId == null) {
            faults.add(Violation.of("place", "session.place.missing"));
        }
        if (agenda.length() > LONGEST_AGENDA || agenda.indexOf('\0') >= 0) {
            faults.add(Violation.of("agenda", "session.text.length", 0, LONGEST_AGENDA));
        }
        RuleViolation.throwIfAny(faults);
    }

    private static boolean isWebAddress(String address) {
        try {
            URI uri = URI.create(address);
            return address.length() <= LONGEST_LINK && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
