package nl.vliegwiel.platform.inmail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody wrote herself in an answer: without what her mail program quotes and signs with. As Outlook, Gmail, Apple Mail and
 * Thunderbird do it, in Dutch and in English.
 */
public final class OwnWords {
    /** Stands in mails that can be answered, above what was said; the same words are in the texts. */
    private static final Pattern OUR_LINE = Pattern.compile("(?i)^[>\\s*|]*-- (antwoord boven deze regel|reply above this line) --.*");
    private static final Pattern RULE = Pattern.compile("(?i)^\\s*(-{2,}\\s*(oorspronkelijk bericht|origineel bericht|original message|doorgestuurd bericht|forwarded message)\\s*-{2,}|_{10,})\\s*$");
    private static final Pattern ATTRIBUTION = Pattern.compile("(?is)^\\s*(op|on|am)\\s.{6,240}?(schreef|wrote|heeft\\s.{1,160}\\sgeschreven|het volgende geschreven).{0,160}:\\s*$");
    private static final Pattern BEGINS_ATTRIBUTION = Pattern.compile("(?i)^\\s*(op|on)\\s.*\\d.*");
    private static final Pattern HEADER_FROM = Pattern.compile("(?i)^\\s*\\*?(van|from|von)\\s*:\\*?\\s.*");
    private static final Pattern HEADER_SENT = Pattern.compile("(?i)^\\s*\\*?(verzonden|sent|datum|date|gesendet)\\s*:\\*?\\s.*");
    private static final Pattern SIGNATURE = Pattern.compile("^--\\s?$");
    private static final Pattern DEVICE = Pattern.compile("(?i)^\\s*(verstuurd|verzonden|sent) (vanaf|vanuit|met|from|with|via) .{2,80}$|^\\s*(outlook voor (ios|android)|get outlook for|download outlook|haal outlook voor).{0,80}$");
    private static final Pattern FAREWELL = Pattern.compile("(?i)^\\s*((met )?(vriendelijke|hartelijke|warme|collegiale) groet(en)?|m\\.?v\\.?g\\.?|groet(en|jes)?|hartelijks|(with )?(kind|best|warm)(est)? regards|regards|cheers)\\s*[,.!]?\\s*(\\p{Lu}[\\p{L}'-]*\\s*){0,4}$");
    /** What follows a farewell is a signature as long as it is short. */
    private static final int LONGEST_SIGNATURE = 16;
    private static final int HEADER_LINES = 4;

    private OwnWords() {
    }

    /** @return empty when there are none */
    public static String of(String text) {
        List<String> lines = List.of(text.replace("\r\n", "\n").replace('\r', '\n').replace('\u00a0', ' ').split("\n", -1));
        List<String> own = new ArrayList<>();
        boolean quoting = false;
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            if (OUR_LINE.matcher(line).matches() || RULE.matcher(line).matches() || SIGNATURE.matcher(line).matches() || DEVICE.matcher(line).matches() || isHeader(lines, at)) {
                break;
            }
            int attribution = attribution(lines, at);
            if (attribution > 0) {
                quoting = true;
                at += attribution;
            } else {
                if (!quoting || !line.startsWith(">")) {
                    own.add(line.stripTrailing());
                }
                at++;
            }
        }
        return joined(withoutFarewell(withoutLastQuote(own)));
    }

    /** @return how many lines say "On … wrote:"; 0 for none */
    private static int attribution(List<String> lines, int at) {
        if (!BEGINS_ATTRIBUTION.matcher(lines.get(at)).matches()) {
            return 0;
        }
        StringBuilder said = new StringBuilder();
        for (int more = 0; more < HEADER_LINES && at + more < lines.size(); more++) {
            said.append(lines.get(at + more).strip()).append(' ');
            if (ATTRIBUTION.matcher(said.toString().strip()).matches()) {
                return more + 1;
            }
        }
        return 0;
    }

    private static boolean isHeader(List<String> lines, int at) {
        if (!HEADER_FROM.matcher(lines.get(at)).matches()) {
            return false;
        }
        return lines.stream().skip(at + 1L).limit(HEADER_LINES).anyMatch(line -> HEADER_SENT.matcher(line).matches());
    }

    private static List<String> withoutLastQuote(List<String> lines) {
        int end = lines.size();
        while (end > 0 && (lines.get(end - 1).isBlank() || lines.get(end - 1).startsWith(">"))) {
            end--;
        }
        return lines.subList(0, end);
    }

    private static List<String> withoutFarewell(List<String> lines) {
        for (int at = Math.max(1, lines.size() - LONGEST_SIGNATURE); at < lines.size(); at++) {
            if (FAREWELL.matcher(lines.get(at)).matches()) {
                return lines.subList(0, at);
            }
        }
        return lines;
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
    }
}
