package nl.vliegwiel.platform.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The text files of the features: {@code nl/vliegwiel/<feature>/messages.properties} in Dutch and
 * {@code messages_en.properties}.
 *
 * <p>Loaded without the fallback to the language of the machine: on an English server that fallback would
 * show a Dutch reader the English file, because Dutch is the base file.
 */
public final class Bundles {
    public static final Locale DUTCH = Texts.DUTCH;
    public static final Locale ENGLISH = Texts.ENGLISH;
    public static final List<Locale> LANGUAGES = List.of(DUTCH, ENGLISH);

    private static final ResourceBundle.Control NO_FALLBACK =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();
    private static final int MAX_KNOWN = 2000;
    private static final Map<Locale, Map<String, ResourceBundle>> READ = Map.of(DUTCH, new ConcurrentHashMap<>(), ENGLISH, new ConcurrentHashMap<>());

    private Bundles() {
    }

    /**
     * @param feature name of the package below {@code nl.vliegwiel}, such as {@code flexpool}
     * @param locale any; a language the product has not reads Dutch
     * @throws java.util.MissingResourceException when the feature has no texts
     */
    public static ResourceBundle of(String feature, Locale locale) {
        Locale language = supported(locale);
        return READ.get(language).computeIfAbsent(feature,
            name -> ResourceBundle.getBundle("nl.vliegwiel." + name + ".messages", language, Bundles.class.getClassLoader(), NO_FALLBACK));
    }

    /** True when there is a feature of that name with texts. */
    public static boolean exists(String feature) {
        Boolean known = KNOWN.get(feature);
        if (known == null) {
            known = !feature.isEmpty() && feature.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')
                && Bundles.class.getClassLoader().getResource("nl/vliegwiel/" + feature + "/messages.properties") != null;
            if (KNOWN.size() < MAX_KNOWN) {
                KNOWN.put(feature, known);
            }
        }
        return known;
    }

    /** The language of the product for the one asked for: English, or else Dutch. */
    public static Locale supported(Locale wanted) {
        return wanted != null && ENGLISH.getLanguage().equals(wanted.getLanguage()) ? ENGLISH : DUTCH;
    }
}
