package nl.vliegwiel.platform.signon;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import nl.vliegwiel.platform.rest.Problem;
import nl.vliegwiel.platform.rule.Unavailable;
import nl.vliegwiel.platform.text.Texts;

/** A problem document written before the API is reached. */
final class ApiRefusal {
    private ApiRefusal() {
    }

    static AuthenticationStatus send(HttpServletRequest request, HttpServletResponse response, int status, String key) {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"vliegwiel\"");
        }
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setIntHeader("Retry-After", Unavailable.RETRY_SECONDS);
        }
        try {
            response.getWriter().write(Problem.of(status, key, Texts.accepted(request.getHeader("Accept-Language")), request.getRequestURI()).json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
