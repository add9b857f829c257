package nl.vliegwiel.forum.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is kept: without what nobody can see and what turns other words around, and with whole characters only. */
public final class Cleaned {
    /** Controls but tab and line end, zero-width signs but the joiners of emoji and scripts, marks that change the direction of what follows. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]|[\\uDB40][\\uDC00-\\uDC7F]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern JOINERS_ONLY = Pattern.compile("[\\u200C\\u200D\\s\\p{Z}\\p{M}]*");
    private static final char REPLACEMENT = '\uFFFD';
    private static final int LONGEST_TAG = 30;

    private Cleaned() {
    }

    /** Several lines; nothing for null. */
    public static String text(String typed) {
        if (typed == null) {
            return "";
        }
        String lines = typed.replace("\r\n", "\n").replace('\r', '\n').replace('\u2028', '\n').replace('\u2029', '\n');
        String seen = INVISIBLE.matcher(whole(lines)).replaceAll("");
        String text = Normalizer.normalize(seen, Normalizer.Form.NFC);
        return JOINERS_ONLY.matcher(text).matches() ? "" : text.stripTrailing();
    }

    /** One line. */
    public static String line(String typed) {
        return SPACE.matcher(text(typed)).replaceAll(" ").strip();
    }

    /** Tags as people type them, between commas: small letters, each once, no longer than a tag may be. */
    public static List<String> tags(List<String> typed) {
        List<String> tags = new ArrayList<>();
        for (String one : typed == null ? List.<String>of() : typed) {
            String tag = line(one).replace("#", "").replace(",", " ").strip().toLowerCase(Locale.ROOT);
            if (tag.codePointCount(0, tag.length()) > LONGEST_TAG) {
                tag = tag.substring(0, tag.offsetByCodePoints(0, LONGEST_TAG)).strip();
            }
            if (!tag.isEmpty() && !tags.contains(tag)) {
                tags.add(tag);
            }
        }
        return List.copyOf(tags);
    }

    /** Characters as a reader counts them. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Half a pair is no character, and the database would refuse it. */
    private static String whole(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else {
                out.append(Character.isSurrogate(c) ? REPLACEMENT : c);
            }
        }
        return out.toString();
    }
}
