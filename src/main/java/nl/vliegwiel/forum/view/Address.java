package nl.vliegwiel.forum.view;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.forum.domain.Cleaned;

/** What stands in the address of a page; what makes no sense there is as if it were not there. */
final class Address {
    private static final int LONGEST = 200;

    private Address() {
    }

    static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        String text = value == null || value.length() > LONGEST ? "" : Cleaned.line(value);
        return text.isEmpty() ? null : text;
    }

    static Optional<UUID> id(HttpServletRequest request, String name) {
        try {
            return Optional.ofNullable(request.getParameter(name)).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
