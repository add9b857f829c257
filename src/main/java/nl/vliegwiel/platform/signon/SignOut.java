package nl.vliegwiel.platform.signon;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a signed-in person does with her own login. Called from page actions only, which carry the page's secret view state (no CSRF). */
@RequestScoped
public class SignOut {
    private static final Logger LOG = Logger.getLogger(SignOut.class.getName());

    @Inject
    private HttpServletRequest request;

    @Inject
    private SignInStore store;

    @Inject
    private Cookies cookies;

    @Inject
    private Provider provider;

    /** Ends the login here and at the provider; the provider being down does not keep anybody in. */
    public void signOut(HttpServletResponse response) {
        cookies.login(request).flatMap(store::end).ifPresent(ended -> {
            try {
                provider.endSession(ended.refreshToken());
            } catch (ProviderDown e) {
                LOG.log(Level.WARNING, "Signed out here only: {0}", e.getMessage());
            }
        });
        cookies.clearLogin(response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Chooses the organisation to act for; whether she belongs to it is checked when the actor is read. */
    public void actFor(UUID organisationId) {
        cookies.login(request).ifPresent(token -> store.actFor(token, organisationId));
    }
}
