package nl.vliegwiel.platform.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One thing that was found.
 *
 * @param score how well it fits, 0 to about 1; comparable between kinds
 * @param title as it is shown
 * @param where it belongs: a space, a library
 * @param snippet of its text, the words that were looked for between {@link #BEGIN} and {@link #END}
 * @param path of its page, from the root
 * @param at when something last happened there; null where that says nothing
 * @param flags what is to be said of it beside its title, as keys {@code search.flag.<flag>}
 */
public record Hit(String kind, UUID id, double score, String title, String where, String snippet, String path, Instant at, List<String> flags) {
    /** Before a word that was looked for. No text has this sign: it is taken out where text comes in. */
    public static final char BEGIN = '\u0001';
    public static final char END = '\u0002';

    /** A piece of a snippet. @param hit one of the words that were looked for */
    public record Part(String text, boolean hit) {
    }

    public Hit {
        flags = List.copyOf(flags);
    }

    /** The snippet in pieces, to be shown as text each. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean hit = false;
        for (char sign : snippet.toCharArray()) {
            if (sign == BEGIN || sign == END) {
                add(parts, piece, hit);
                hit = sign == BEGIN;
            } else {
                piece.append(sign);
            }
        }
        add(parts, piece, hit);
        return parts;
    }

    private static void add(List<Part> parts, StringBuilder piece, boolean hit) {
        if (!piece.isEmpty()) {
            parts.add(new Part(piece.toString(), hit));
            piece.setLength(0);
        }
    }

    /** The snippet as HTML: text, and {@code mark} around the words that were looked for. */
    public String html() {
        StringBuilder out = new StringBuilder();
        for (Part part : parts()) {
            out.append(part.hit() ? "<mark>" : "").append(escaped(part.text())).append(part.hit() ? "</mark>" : "");
        }
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
