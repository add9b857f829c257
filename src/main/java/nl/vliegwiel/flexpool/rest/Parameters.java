package nl.vliegwiel.flexpool.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.time.Zones;

/** Reads parameters of an address; what has no meaning is refused with 400 and its name. */
final class Parameters {
    private Parameters() {
    }

    static UUID id(String name, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw BadBody.parameter(name);
        }
    }

    /** A moment with offset, or a date, which means the midnight in Amsterdam with which it begins. */
    static Instant moment(String name, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            Instant moment = text.length() == 10 ? LocalDate.parse(text).atStartOfDay(Zones.AMSTERDAM).toInstant()
                : OffsetDateTime.parse(text).toInstant();
            if (moment.isBefore(Instant.parse("1900-01-01T00:00:00Z")) || moment.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
                throw BadBody.parameter(name);
            }
            return moment;
        } catch (DateTimeException e) {
            throw BadBody.parameter(name);
        }
    }

    /** A day of this century. */
    static LocalDate date(String name, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 2000 || day.getYear() > 2100) {
                throw BadBody.parameter(name);
            }
            return day;
        } catch (DateTimeException e) {
            throw BadBody.parameter(name);
        }
    }

    /** One or more states, with commas between. */
    static List<RequestStatus> statuses(String name, String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        try {
            return Arrays.stream(text.split(",")).map(String::strip).map(RequestStatus::valueOf).toList();
        } catch (IllegalArgumentException e) {
            throw BadBody.parameter(name);
        }
    }

    /** Text that the database can hold; longer than any name of ours is no name of ours. */
    static String text(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > 200 || text.indexOf('\u0000') >= 0) {
            throw BadBody.parameter(name);
        }
        return text.strip();
    }
}
