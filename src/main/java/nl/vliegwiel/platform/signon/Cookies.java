package nl.vliegwiel.platform.signon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** Our two cookies: the login, and the browser that tries to sign in. Lax, or the callback would come without them (trap P-10). */
@ApplicationScoped
public class Cookies {
    private static final Duration ATTEMPT_LIFE = Duration.ofMinutes(30);

    @Inject
    private SignOnSettings settings;

    Optional<String> login(HttpServletRequest request) {
        return value(request, name("vliegwiel"));
    }

    void setLogin(HttpServletResponse response, String token) {
        add(response, name("vliegwiel"), token, -1);
    }

    void clearLogin(HttpServletResponse response) {
        add(response, name("vliegwiel"), "", 0);
    }

    Optional<String> attempt(HttpServletRequest request) {
        return value(request, name("vliegwiel-attempt"));
    }

    void setAttempt(HttpServletResponse response, String token) {
        add(response, name("vliegwiel-attempt"), token, (int) ATTEMPT_LIFE.toSeconds());
    }

    private String name(String base) {
        return settings.secure() ? "__Host-" + base : base;
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private void add(HttpServletResponse response, String name, String value, int maxAge) {
        StringBuilder header = new StringBuilder(name).append('=').append(value).append("; Path=/; HttpOnly; SameSite=Lax");
        if (settings.secure()) {
            header.append("; Secure");
        }
        if (maxAge >= 0) {
            header.append("; Max-Age=").append(maxAge);
        }
        response.addHeader("Set-Cookie", header.toString());
    }
}
