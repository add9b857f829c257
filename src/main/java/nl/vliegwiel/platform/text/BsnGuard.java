package nl.vliegwiel.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/**
 * Finds what looks like a citizen service number (BSN) in text and file names, because none may be kept (R7):
 * nine digits that stand by themselves and pass the 11-test. People type them closed up, or in groups with one kind
 * of separator between them: 123456782, 123.456.782, 1234 56 782.
 *
 * Not a hit: part of a longer row of digits, digits right after letters or after one or two capitals and
 * a hyphen (IBAN, ISIL, codes; except after the words bsn and sofi), telephone numbers with their country code. One in eleven other numbers of nine digits passes the
 * test too, so a moderator can release a false hit ({@link ReleasedNumbers}). The number itself is never put into a message or log.
 */
public final class BsnGuard {
    private static final String SEPARATORS = " .-\u00a0\u2009\u2011\u202f";
    private static final String SEPARATOR = "[" + SEPARATORS.replace("-", "\\-") + "]";

    /** Nine digits and a separator between each two. */
    private static final int LONGEST = 17;
    private static final Pattern CLOSED_UP = Pattern.compile("(?<!\\d)\\d{9}(?!\\d)");
    private static final Pattern AFTER_LETTERS = Pattern.compile("\\p{L}$|(?<!\\p{L})\\p{Lu}{1,2}-$");
    private static final Pattern AFTER_ITS_NAME = Pattern.compile("(?i)(?:bsn|sofi)(?:nr|nummer)?-?$");
    private static final Pattern AFTER_COUNTRY_CODE = Pattern.compile("(?:\\+|\\b00)\\d{1,3}" + SEPARATOR
            + "?(?:\\(0\\))?" + SEPARATOR + "?$|\\(0\\)" + SEPARATOR + "?$");

    /** Which nine digits were released; asked only after a hit. Nothing until the application has started. */
    private static volatile Predicate<String> released = digits -> false;

    private BsnGuard() {
    }

    /** Static as the guard itself, which is asked where nothing can be injected. */
    static void consult(Predicate<String> releasedNumbers) {
        released = releasedNumbers;
    }

    /**
     * Where something that looks like a BSN stands.
     *
     * @param start index of its first digit
     * @param end index after its last digit
     */
    public record Hit(int start, int end) {
        /** For people: the first character of the text is 1. */
        public int position() {
            return start + 1;
        }
    }

    /** The first hit; nothing for null. */
    public static Optional<Hit> find(String text) {
        return findAll(text).stream().findFirst();
    }

    /** All hits in the order of the text; empty for null. */
    public static List<Hit> findAll(String text) {
        List<Hit> hits = new ArrayList<>();
        if (text == null) {
            return hits;
        }
        int start = 0;
        while (start < text.length()) {
            if (!isDigit(text, start)) {
                start++;
                continue;
            }
            int end = endOfRow(text, start);
            addHits(text, start, end, hits);
            start = end;
        }
        return hits;
    }

    /** End of a whole row of digits with at most one separator between each two. No pattern: a row may be very long. */
    private static int endOfRow(String text, int start) {
        int end = start + 1;
        while (isDigit(text, end) || end < text.length() && SEPARATORS.indexOf(text.charAt(end)) >= 0 && isDigit(text, end + 1)) {
            end += isDigit(text, end) ? 1 : 2;
        }
        return end;
    }

    private static boolean isDigit(String text, int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private static void addHits(String text, int start, int end, List<Hit> hits) {
        String row = text.substring(start, end);
        if (looksLikeOne(text, start, row) && oneSeparator(row)) {
            hits.add(new Hit(start, end));
            return;
        }
        // Closed up, with another number beside it: "2 medewerkers: 3 123456782"
        Matcher closed = CLOSED_UP.matcher(row);
        while (closed.find()) {
            if (looksLikeOne(text, start + closed.start(), closed.group())) {
                hits.add(new Hit(start + closed.start(), start + closed.end()));
            }
        }
    }

    /** The violation to show at a field ({@code text.bsn.found}, arg: position), or nothing. */
    public static Optional<Violation> check(String field, String text) {
        return find(text).map(hit -> Violation.of(field, "text.bsn.found", hit.position()));
    }

    /** @throws RuleViolation {@code text.bsn.found} at the field when there is a hit */
    public static void require(String field, String text) {
        check(field, text).ifPresent(violation -> RuleViolation.throwIfAny(List.of(violation)));
    }

    private static boolean looksLikeOne(String text, int start, String written) {
        if (written.length() > LONGEST) {
            return false;
        }
        String digits = written.replaceAll("\\D", "");
        if (digits.length() != 9 || !passesElevenTest(digits)) {
            return false;
        }
        String before = text.substring(Math.max(0, start - 40), start);
        if (AFTER_COUNTRY_CODE.matcher(before).find()) {
            return false;
        }
        return (!AFTER_LETTERS.matcher(before).find() || AFTER_ITS_NAME.matcher(before).find()) && !released.test(digits);
    }

    private static boolean oneSeparator(String row) {
        // 28-03-2027 9 is a date and an hour, not a number that somebody typed in groups
        return row.chars().filter(c -> !Character.isDigit(c)).distinct().count() <= 1;
    }

    private static boolean passesElevenTest(String digits) {
        int sum = -(digits.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (digits.charAt(i) - '0');
        }
        return sum % 11 == 0 && !digits.chars().allMatch(c -> c == '0');
    }
}
