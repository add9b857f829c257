package nl.vliegwiel.platform.signon;

import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** OpenID Connect Back-Channel Logout 1.0: the provider says that a session has ended. */
@WebServlet("/backchannel-logout")
public class BackchannelLogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(BackchannelLogoutServlet.class.getName());
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Duration OLDEST = Duration.ofMinutes(5);

    @Inject
    private transient Provider provider;

    @Inject
    private transient SignInStore store;

    @Inject
    private transient Clock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        try {
            String token = request.getParameter("logout_token");
            if (token == null) {
                throw new SignOnRefused("no logout token");
            }
            LogoutTokenClaimsSet claims = provider.checkLogoutToken(token);
            Instant now = clock.instant();
            if (claims.getIssueTime() == null || claims.getIssueTime().toInstant().isBefore(now.minus(OLDEST))) {
                throw new SignOnRefused("logout token too old");
            }
            if (claims.getJWTID() == null || !store.firstUse(claims.getJWTID().getValue(), now.plus(REMEMBERED))) {
                throw new SignOnRefused("logout token used before");
            }
            int ended = store.endAll(claims.getSubject() == null ? null : claims.getSubject().getValue(),
                claims.getSessionID() == null ? null : claims.getSessionID().getValue());
            LOG.log(Level.INFO, "The identity provider ended {0} logins", ended);
            response.setStatus(HttpServletResponse.SC_OK);
        } catch (SignOnRefused e) {
            LOG.log(Level.WARNING, "Logout refused: {0}", e.getMessage());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } catch (ProviderDown e) {
            LOG.log(Level.WARNING, e.getMessage());
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
