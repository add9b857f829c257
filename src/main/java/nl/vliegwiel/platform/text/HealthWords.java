package nl.vliegwiel.platform.text;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.vliegwiel.platform.rule.Violation;

/**
 * Finds words that record somebody's illness in what people write to each other, because that is never written (R8).
 *
 * Two closed lists per language. Some words say by themselves that a person is ill ("ziekgemeld", "sick leave").
 * Others name an illness, a treatment or a pregnancy and are also the theme of library work ("dementie", "cancer"):
 * these count only right after a word of cause, as in "wegens ziekte" or "because of surgery". Places and themes such
 * as ziekenhuis, gezondheid or an event about health are no hit. The writer reads which word was found and rewrites;
 * the list is meant to be short and right rather than long and in the way.
 */
public final class HealthWords {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final String BEGIN = "(?<![\\p{L}\\d])";
    private static final String END = "(?![\\p{L}\\d])";

    /** What says that a person is ill, in Dutch and English. */
    private static final Pattern ALONE = word(String.join("|",
            "ziek", "zieke (?:collega'?s?|medewerk(?:er|ster)s?|kracht(?:en)?|vrijwillig(?:er|ster)s?)",
            "ziek-?meld(?:ing|ingen|en|t|de)", "ziekgemelde?", "ziekteverlof", "ziekteverzuim", "ziektewet",
            "ziektevervanging", "langdurig zieken?", "arbeidsongeschikt(?:e|heid)?", "burn-?outs?", "overspannen",
            "zwanger(?:e)?", "(?:zwangerschaps|bevallings)verlof", "geopereerd", "bedrijfsarts",
            "re-?integr(?:atie|eert|eren)", "(?:ligt|opgenomen) in het ziekenhuis",
            "sick", "sick-?leave", "sickness", "ill(?!-)", "unwell", "medical leave", "maternity leave", "pregnant",
            "burn(?:t|ed) out", "hospitali[sz]ed"));

    /** What names an illness and is one only after a word of cause. */
    private static final Pattern AFTER_CAUSE = Pattern.compile(BEGIN
            + "(?:wegens|vanwege|door|i\\.?v\\.?m\\.?|in verband met|als gevolg van|hersteld? van|herstelt van"
            + "|because of|due to|owing to|on account of|recover(?:ing|s|ed)? from)\\s+"
            + "(?:(?:een|de|het|haar|zijn|hun|langdurige?|ernstige|a|an|the|her|his|their|long-term|serious)\\s+){0,3}"
            + "(?<word>ziekten?|ziektes|operaties?|griep|corona|covid|kanker|depressies?|hernia|zwangerschap|bevalling"
            + "|miskraam|ziekenhuisopname|behandeling|chemo(?:therapie)?|hartinfarct|beroerte|rugklachten"
            + "|(?:psychische|lichamelijke|medische|gezondheids)\\s?klachten|gezondheidsredenen|medische redenen|ongeluk"
            + "|illness|disease|surgery|flu|influenza|cancer|depression|pregnancy|hospitali[sz]ation|chemotherapy"
            + "|stroke|heart attack|back pain|health (?:reasons|problems)|medical reasons|an? accident|accident)" + END,
            FLAGS);

    private HealthWords() {
    }

    private static Pattern word(String alternatives) {
        return Pattern.compile(BEGIN + "(?<word>" + alternatives + ")" + END, FLAGS);
    }

    /**
     * A word that was found.
     *
     * @param word as the writer typed it
     * @param start index of its first character
     */
    public record Hit(String word, int start) {
    }

    /** The first hit in the text; nothing for null. */
    public static Optional<Hit> find(String text) {
        if (text == null) {
            return Optional.empty();
        }
        return Stream.of(ALONE, AFTER_CAUSE)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(matcher -> new Hit(matcher.group("word"), matcher.start("word")))
                .min(Comparator.comparingInt(Hit::start));
    }

    /** The violation to show at a field ({@code request.text.health}, arg: the word), or nothing. */
    public static Optional<Violation> check(String field, String text) {
        return find(text).map(hit -> Violation.of(field, "request.text.health", hit.word()));
    }
}
