package nl.vliegwiel.platform.web;

import jakarta.servlet.http.HttpServletResponse;

/** The headers of every answer, also of errors, downloads and redirects. */
public final class SecurityHeaders {
    public static final String CSP = "Content-Security-Policy";

    /** The policy without a nonce; pages get the same one with the nonce from PrimeFaces (web.xml). */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; script-src 'self'";

    private SecurityHeaders() {
    }

    /**
     * @param response answer that is not committed yet
     * @param secure whether browsers reach us over TLS
     */
    public static void apply(HttpServletResponse response, boolean secure) {
        response.setHeader(CSP, POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
    }
}
