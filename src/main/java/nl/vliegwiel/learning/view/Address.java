package nl.vliegwiel.learning.view;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import nl.vliegwiel.platform.rule.NotFound;

/** What an address names. */
final class Address {
    private Address() {
    }

    /** @throws NotFound with this key when the parameter is no id */
    static UUID id(HttpServletRequest request, String name, String key) {
        try {
            return UUID.fromString(String.valueOf(request.getParameter(name)));
        } catch (IllegalArgumentException e) {
            throw new NotFound(key);
        }
    }
}
