package nl.vliegwiel.platform.text;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import nl.vliegwiel.platform.time.Zones;

/** Texts of all features by key, in Dutch or English. */
public final class Texts {
    public static final Locale DUTCH = new Locale("nl", "NL");
    public static final Locale ENGLISH = new Locale("en", "GB");

    /** Where keys are looked up, in this order; a feature's keys start with the thing they speak of, so that they differ. */
    private static final List<String> FEATURES = List.of("platform", "organisation", "person", "skill", "flexpool", "forum", "meeting", "learning", "notification", "search");
    private static final ResourceBundle.Control DUTCH_IS_BASE = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {
    }

    /**
     * @param key message key
     * @param arguments values for {0}, {1} …
     * @return the text, or the key itself where there is none
     */
    public static String of(Locale locale, String key, Object... arguments) {
        for (String feature : FEATURES) {
            String pattern = find(feature, key, locale);
            if (pattern != null) {
                return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(readable(arguments, locale));
            }
        }
        return key;
    }

    /** Dates and times as the language writes them, in Amsterdam; a constant by its label. Numbers MessageFormat knows. */
    private static Object[] readable(Object[] arguments, Locale locale) {
        return Arrays.stream(arguments).map(argument -> readable(argument, locale)).toArray();
    }

    private static Object readable(Object argument, Locale locale) {
        boolean english = ENGLISH.getLanguage().equals(locale.getLanguage());
        if (argument instanceof LocalDate date) {
            return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(date);
        }
        if (argument instanceof LocalTime time) {
            return DateTimeFormatter.ofPattern(english ? "HH:mm" : "H.mm", locale).format(time);
        }
        if (argument instanceof Instant moment) {
            var local = moment.atZone(Zones.AMSTERDAM);
            return readable(local.toLocalDate(), locale) + " " + readable(local.toLocalTime(), locale);
        }
        if (argument instanceof Enum<?> constant) {
            return of(locale, constant.getDeclaringClass().getSimpleName() + "." + constant.name());
        }
        return argument;
    }

    public static boolean has(Locale locale, String key) {
        return FEATURES.stream().anyMatch(feature -> find(feature, key, locale) != null);
    }

    private static String find(String feature, String key, Locale locale) {
        try {
            ResourceBundle bundle = ResourceBundle.getBundle("nl.vliegwiel." + feature + ".messages", locale, Texts.class.getClassLoader(), DUTCH_IS_BASE);
            return bundle.containsKey(key) ? bundle.getString(key) : null;
        } catch (MissingResourceException e) {
            return null;
        }
    }

    /** @return English when an Accept-Language header prefers it to Dutch, else Dutch */
    public static Locale accepted(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) {
            return DUTCH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(DUTCH, ENGLISH, Locale.ENGLISH, new Locale("nl")));
            return best != null && "en".equals(best.getLanguage()) ? ENGLISH : DUTCH;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return DUTCH;
        }
    }
}
