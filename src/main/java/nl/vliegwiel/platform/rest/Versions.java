package nl.vliegwiel.platform.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions as HTTP sees them: {@code ETag: "3"} and {@code If-Match: "3"}. */
public final class Versions {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private Versions() {
    }

    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /**
     * @param ifMatch value of the If-Match header
     * @return the version that the caller saw
     * @throws VersionMissing when the header is absent
     * @throws BadBody when it is no version of ours
     */
    public static int seen(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new VersionMissing("version.missing");
        }
        Matcher tag = TAG.matcher(ifMatch.trim());
        if (!tag.matches()) {
            throw BadBody.parameter("If-Match");
        }
        return Integer.parseInt(tag.group(1));
    }
}
