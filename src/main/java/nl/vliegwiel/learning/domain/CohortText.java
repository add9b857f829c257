package nl.vliegwiel.learning.domain;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/**
 * What a facilitator says of a cohort. Wall clock in Europe/Amsterdam.
 *
 * @param enrolFrom from when people may enrol
 * @param enrolUntil until when, before it begins or on that day
 * @param spreadMost most places for one province, library or size of library; null without a spread rule
 * @param language nl or en
 * @param place where it meets; empty for online only
 * @param link web address for taking part online; empty for none
 * @param costCents for each who takes part
 * @param employerDecides a place needs the employer's consent
 * @param claimHours how long an offered place stands
 * @param offersAtOnce most offers that stand open at a time
 */
public record CohortText(UUID programmeId, String title, LocalDate startsOn, LocalDate endsOn, LocalDateTime enrolFrom, LocalDateTime enrolUntil, Integer capacity,
        Spread spread, Integer spreadMost, String language, String place, String link, Integer costCents, Boolean employerDecides, Integer claimHours, Integer offersAtOnce) {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_LINK = 500;
    private static final int MOST_PEOPLE = 1000;
    private static final int MOST_COST = 10_000_000;
    private static final int MOST_HOURS = 336;
    private static final int MOST_OFFERS = 100;

    public CohortText {
        title = title == null ? "" : title.strip();
        place = place == null ? "" : place.strip();
        link = link == null ? "" : link.strip();
        spread = spread == null ? Spread.NONE : spread;
        spreadMost = spread == Spread.NONE ? null : spreadMost;
        language = language == null || language.isBlank() ? "nl" : language;
        costCents = costCents == null ? Integer.valueOf(0) : costCents;
        employerDecides = employerDecides == null ? Boolean.TRUE : employerDecides;
        claimHours = claimHours == null ? Integer.valueOf(48) : claimHours;
        offersAtOnce = offersAtOnce == null ? Integer.valueOf(5) : offersAtOnce;
    }

    /** @throws RuleViolation all that is wrong, at the fields */
    public void check() {
        List<Violation> faults = new ArrayList<>();
        if (programmeId == null) {
            faults.add(Violation.of("programmeId", "cohort.programme.missing"));
        }
        if (title.length() < 3 || title.length() > LONGEST_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            faults.add(Violation.of("title", "cohort.title.length", 3, LONGEST_TITLE));
        }
        dates(faults);
        range(faults, "capacity", capacity, 1, MOST_PEOPLE);
        if (spread != Spread.NONE) {
            range(faults, "spreadMost", spreadMost, 1, MOST_PEOPLE);
        }
        if (!language.equals("nl") && !language.equals("en")) {
            faults.add(Violation.of("language", "cohort.language.unknown"));
        }
        if (place.length() > LONGEST_PLACE || place.chars().anyMatch(Character::isISOControl)) {
            faults.add(Violation.of("place", "cohort.text.length", LONGEST_PLACE));
        }
        if (!link.isEmpty() && !isWebAddress(link)) {
            faults.add(Violation.of("link", "cohort.link.notWeb"));
        }
        if (place.isEmpty() && link.isEmpty()) {
            faults.add(Violation.of("place", "cohort.place.missing"));
        }
        range(faults, "costCents", costCents, 0, MOST_COST);
        range(faults, "claimHours", claimHours, 1, MOST_HOURS);
        range(faults, "offersAtOnce", offersAtOnce, 1, MOST_OFFERS);
        RuleViolation.throwIfAny(faults);
    }

    private void dates(List<Violation> faults) {
        if (startsOn == null || !isNear(startsOn)) {
            faults.add(Violation.of("startsOn", "cohort.date.missing"));
        }
        if (endsOn == null || !isNear(endsOn)) {
            faults.add(Violation.of("endsOn", "cohort.date.missing"));
        } else if (startsOn != null && endsOn.isBefore(startsOn)) {
            faults.add(Violation.of("endsOn", "cohort.ends.beforeStart"));
        }
        if (enrolFrom == null || !isNear(enrolFrom.toLocalDate())) {
            faults.add(Violation.of("enrolFrom", "cohort.date.missing"));
        }
        if (enrolUntil == null || !isNear(enrolUntil.toLocalDate())) {
            faults.add(Violation.of("enrolUntil", "cohort.date.missing"));
        } else if (enrolFrom != null && !enrolUntil.isAfter(enrolFrom)) {
            faults.add(Violation.of("enrolUntil", "cohort.enrolUntil.beforeFrom"));
        } else if (startsOn != null && enrolUntil.toLocalDate().isAfter(startsOn)) {
            faults.add(Violation.of("enrolUntil", "cohort.enrolUntil.afterStart"));
        }
    }

    private static boolean isNear(LocalDate day) {
        return day.getYear() >= 2000 && day.getYear() <= 2099;
    }

    private static void range(List<Violation> faults, String field, Integer value, int least, int most) {
        if (value == null || value < least || value > most) {
            faults.add(Violation.of(field, "cohort.number.range", least, most));
        }
    }

    /** @return whether it is a web address that can stand in a page and a mail */
    public static boolean isWebAddress(String address) {
        try {
            URI uri = URI.create(address);
            return address.length() <= LONGEST_LINK && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
