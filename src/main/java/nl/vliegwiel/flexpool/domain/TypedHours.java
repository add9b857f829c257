package nl.vliegwiel.flexpool.domain;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.vliegwiel.platform.rule.RuleViolation;

/**
 * The hours of a day as people type them: "9-17", "9:00–17:30", "9.00 tot 17.30 uur", "9-12 13-17", "0900-1730",
 * "ochtend", "middag en avond", "hele dag", in Dutch or English. Empty, "-", "nee" and "niet" mean not on this day.
 * The script of the page reads the same, so that the bars move while somebody types.
 */
public final class TypedHours {
    private static final String TIME = "(\\d{1,2})(?:[:.uh]?(\\d{2}))?[uh]?";
    private static final Pattern STRETCH = Pattern.compile(TIME + "-" + TIME);
    private static final int LONGEST_TEXT = 200;

    private static final Map<String, String> WORDS = Map.ofEntries(
        Map.entry("ochtend", "9-13"), Map.entry("ochtends", "9-13"), Map.entry("morgens", "9-13"), Map.entry("morning", "9-13"),
        Map.entry("middag", "13-17"), Map.entry("middags", "13-17"), Map.entry("afternoon", "13-17"),
        Map.entry("avond", "17-21"), Map.entry("avonds", "17-21"), Map.entry("evening", "17-21"),
        Map.entry("dag", "9-17"), Map.entry("day", "9-17"));

    private static final List<String> NOTHING = List.of("", "-", "nee", "niet", "geen", "no", "none", "off");

    private TypedHours() {
    }

    /**
     * @param text what was typed for the day; null is nothing
     * @return the stretches as typed, not joined; empty for no hours
     * @throws RuleViolation {@code availability.typed.unreadable} (arg: the part that is not understood),
     *         {@code availability.typed.order} (arg: the part whose end is not after its begin)
     */
    public static List<WeeklyHours> parse(DayOfWeek day, String text) {
        String typed = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (typed.length() > LONGEST_TEXT) {
            throw new RuleViolation("availability.typed.unreadable", typed.substring(0, 20));
        }
        String plain = typed.replaceAll("[\\u2010-\\u2015\\u2212]", "-");
        if (NOTHING.contains(plain)) {
            return List.of();
        }
        plain = plain
            .replaceAll("['\u2019]s\\b|\\b(hele|whole|all|de|het|in|the)\\b", " ")
            .replaceAll("(?<=\\d) ?(uur|hrs|hours|o'clock)\\b", " ")
            .replaceAll("\\b(van|from|tussen|between)\\b", " ")
            .replaceAll("\\s*(-|\\btot\\b|\\bto\\b|\\buntil\\b|\\btill\\b)\\s*", "-")
            .replaceAll("\\b(en|and)\\b", " ");
        List<WeeklyHours> hours = new ArrayList<>();
        for (String part : plain.split("[\\s,;+&/]+")) {
            if (!part.isEmpty()) {
                hours.add(stretch(day, part));
            }
        }
        if (hours.isEmpty()) {
            throw new RuleViolation("availability.typed.unreadable", typed);
        }
        return hours;
    }

    /** The same, or empty where the text cannot be read. */
    public static Optional<List<WeeklyHours>> tryParse(DayOfWeek day, String text) {
        try {
            return Optional.of(parse(day, text));
        } catch (RuleViolation unreadable) {
            return Optional.empty();
        }
    }

    private static WeeklyHours stretch(DayOfWeek day, String part) {
        Matcher stretch = STRETCH.matcher(WORDS.getOrDefault(part, part));
        if (!stretch.matches()) {
            throw new RuleViolation("availability.typed.unreadable", part);
        }
        int from = minute(stretch.group(1), stretch.group(2), part);
        int to = minute(stretch.group(3), stretch.group(4), part);
        if (to == 0) {
            to = WeeklyHours.END_OF_DAY;
        }
        if (to <= from) {
            throw new RuleViolation("availability.typed.order", part);
        }
        return new WeeklyHours(day, from, to);
    }

    private static int minute(String hours, String minutes, String part) {
        int minute = Integer.parseInt(hours) * 60 + (minutes == null ? 0 : Integer.parseInt(minutes));
        if (minute > WeeklyHours.END_OF_DAY || minutes != null && Integer.parseInt(minutes) > 59) {
            throw new RuleViolation("availability.typed.unreadable", part);
        }
        return minute;
    }

    /** The hours as somebody would type them, such as {@code 9-12, 13:30-17}; empty text for none. */
    public static String write(Collection<WeeklyHours> hours) {
        return hours.stream().map(h -> shortest(h.fromMinute()) + "-" + shortest(h.toMinute())).collect(Collectors.joining(", "));
    }

    private static String shortest(int minute) {
        return minute % 60 == 0 ? String.valueOf(minute / 60) : "%d:%02d".formatted(minute / 60, minute % 60);
    }
}
