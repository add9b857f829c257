package nl.vliegwiel.platform.signon;

import java.net.URI;

/** The page to show after sign-on: always one of ours. */
final class ReturnAddress {
    static final String START = "/";
    private static final int LONGEST = 2000;

    private ReturnAddress() {
    }

    /** @return the address when it is a local path, else the start page */
    static String safe(String address) {
        if (address == null || address.length() > LONGEST || !address.startsWith("/") || address.startsWith("//")
            || address.indexOf('\\') >= 0 || address.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            return START;
        }
        try {
            URI uri = URI.create(address);
            return uri.isAbsolute() || uri.getRawAuthority() != null ? START : address;
        } catch (IllegalArgumentException e) {
            return START;
        }
    }
}
