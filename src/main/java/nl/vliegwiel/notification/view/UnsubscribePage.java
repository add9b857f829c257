package nl.vliegwiel.notification.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import nl.vliegwiel.notification.boundary.Unsubscribe;
import nl.vliegwiel.platform.rule.NotFound;

/**
 * Ends mail from the mail itself. Only a POST ends it, by a mail program (RFC 8058) or by the button, for programs that
 * look at links follow them too.
 */
@Named
@RequestScoped
public class UnsubscribePage {
    private static final String TOKEN = "t";

    @Inject
    private Unsubscribe unsubscribe;

    @Inject
    private HttpServletRequest request;

    private boolean ended;

    /** @throws NotFound for an address that no mail holds */
    public void load() {
        String token = request.getParameter(TOKEN);
        boolean known = "POST".equals(request.getMethod()) ? unsubscribe.end(token) : unsubscribe.knows(token);
        if (!known) {
            throw new NotFound("settings.unsubscribe.notFound");
        }
        ended = "POST".equals(request.getMethod());
    }

    public boolean isEnded() {
        return ended;
    }

    public String getToken() {
        return request.getParameter(TOKEN);
    }
}
