package nl.vliegwiel.platform.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.CalendarComponent;

/** Writes iCalendar (RFC 5545) with our time zone and with lines folded by octets. */
public final class CalendarText {
    /** RFC 5545 3.1: octets of a line, its end not counted. */
    private static final int LONGEST_LINE = 75;
    /** The library knows Amsterdam only as another name of Brussels, which programs would then not find under our name. */
    private static final String AMSTERDAM = String.join("\r\n", "BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "TZID:Europe/Amsterdam",
        "BEGIN:DAYLIGHT", "TZNAME:CEST", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
        "BEGIN:STANDARD", "TZNAME:CET", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
        "END:VTIMEZONE", "END:VCALENDAR", "");

    private CalendarText() {
    }

    /** Europe/Amsterdam under its own name. */
    public static CalendarComponent zone() {
        try {
            return new CalendarBuilder().build(new StringReader(AMSTERDAM)).<CalendarComponent>getComponents(Component.VTIMEZONE).get(0);
        } catch (IOException | ParserException e) {
            throw new IllegalStateException("The time zone is a constant", e);
        }
    }

    public static byte[] bytes(Calendar calendar) {
        StringWriter lines = new StringWriter();
        try {
            new CalendarOutputter(true, Integer.MAX_VALUE).output(calendar, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded(lines.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** The library counts characters where the standard counts octets, so the lines are folded here; never within a character. */
    public static String folded(String lines) {
        StringBuilder folded = new StringBuilder(lines.length() + 100);
        int octets = 0;
        for (int i = 0; i < lines.length(); i += Character.charCount(lines.codePointAt(i))) {
            int character = lines.codePointAt(i);
            int length = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            boolean end = character == '\r' || character == '\n';
            if (!end && octets + length > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets = end ? 0 : octets + length;
        }
        return folded.toString();
    }
}
