package nl.vliegwiel.flexpool.domain;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Says a weekly pattern back in one sentence, so that a person who set it by mouse or keyboard can read whether
 * it is what she meant.
 */
public final class PatternSentence {
    private static final Control NO_SYSTEM_LANGUAGE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;
    private final Locale locale;

    /** @param locale Dutch or English; any other reads Dutch */
    public PatternSentence(Locale locale) {
        // Without this a server that itself runs in English would answer English to somebody who reads Dutch
        this.texts = ResourceBundle.getBundle("nl.vliegwiel.flexpool.messages", locale, NO_SYSTEM_LANGUAGE);
        this.locale = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : new Locale("nl", "NL");
    }

    /** A whole sentence with its full stop, also for an empty week. */
    public String of(WeeklyPattern pattern) {
        if (pattern.isEmpty()) {
            return text("availability.sentence.never");
        }
        List<String> groups = pattern.sameDays().stream()
                .map(group -> text("availability.sentence.group", days(group), hours(group.hours())))
                .toList();
        return text("availability.sentence.whole", joined(groups));
    }

    private String days(WeeklyPattern.SameDays group) {
        List<DayOfWeek> days = group.days();
        return group.isRange()
                ? text("availability.sentence.range", name(days.get(0)), name(days.get(days.size() - 1)))
                : text("availability.sentence.days", joined(days.stream().map(this::name).toList()));
    }

    private String hours(List<WeeklyHours> hours) {
        if (hours.size() == 1 && hours.get(0).fromMinute() == 0 && hours.get(0).toMinute() == WeeklyHours.END_OF_DAY) {
            return text("availability.sentence.wholeDay");
        }
        String stretches = joined(hours.stream()
                .map(h -> text("availability.sentence.stretch", clock(h.fromMinute()), clock(h.toMinute())))
                .toList());
        return text("availability.sentence.clock", stretches);
    }

    private String joined(List<String> parts) {
        List<String> rest = new ArrayList<>(parts);
        String last = rest.remove(rest.size() - 1);
        return rest.isEmpty() ? last : text("availability.sentence.and", String.join(", ", rest), last);
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    private String clock(int minute) {
        // Dutch writes 9.00 uur, English 09:00
        return text("availability.sentence.minute", minute / 60, "%02d".formatted(minute % 60));
    }

    private String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }
}
