package nl.vliegwiel.forum.domain;

import java.util.regex.Pattern;

/** A name under which a file is kept and fetched: one that no system takes for a path or a command, with the ending of its kind. */
public final class FileName {
    private static final int LONGEST = 100;
    private static final Pattern FOLDERS = Pattern.compile("^.*[\\\\/]");
    private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|\\[\\]()`;%$&'^~\\p{Cntrl}]+");
    private static final Pattern ENDING = Pattern.compile("\\.[\\p{L}\\p{Nd}]{1,5}$");

    private FileName() {
    }

    /** @param typed as a browser gave it; null for none */
    public static String of(String typed, FileKind kind) {
        String name = FOLDERS.matcher(Cleaned.line(typed)).replaceAll("");
        name = ENDING.matcher(name).replaceAll("");
        name = UNSAFE.matcher(name).replaceAll("-").replaceAll("^[.\\-\\s]+|[.\\-\\s]+$", "");
        if (Cleaned.length(name) > LONGEST) {
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST)).strip();
        }
        return (name.isEmpty() ? "bestand" : name) + "." + kind.ending();
    }
}
