package nl.vliegwiel.platform.signon;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.rule.Unavailable;

/** Where the provider sends the browser back to. Every fault ends in a 4xx page and a log line. */
@WebServlet("/callback")
public class CallbackServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(CallbackServlet.class.getName());

    @Inject
    private transient SignInStore store;

    @Inject
    private transient Cookies cookies;

    @Inject
    private transient Provider provider;

    @Inject
    private transient ActorDirectory directory;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            complete(request, response);
        } catch (SignOnRefused e) {
            LOG.log(Level.WARNING, "Sign-on refused: {0}", e.getMessage());
            request.getRequestDispatcher("/WEB-INF/errorpages/sign-in-failed.xhtml").forward(request, status(response, HttpServletResponse.SC_BAD_REQUEST));
        } catch (ProviderDown e) {
            LOG.log(Level.WARNING, e.getMessage());
            response.setIntHeader("Retry-After", Unavailable.RETRY_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void complete(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String state = single(request, "state").orElseThrow(() -> new SignOnRefused("no state"));
        String browser = cookies.attempt(request).orElseThrow(() -> new SignOnRefused("no attempt in this browser"));
        SignInStore.Attempt attempt = store.take(state, browser).orElseThrow(() -> new SignOnRefused("state unknown, used or of another browser"));
        if (request.getParameter("error") != null) {
            throw new SignOnRefused("the provider answered with an error");
        }
        String code = single(request, "code").orElseThrow(() -> new SignOnRefused("no code"));
        Provider.Identity identity = provider.exchange(code, attempt.nonce(), attempt.verifier());
        Optional<UUID> person = directory.personOf(identity.subject())
            .or(() -> identity.emailVerified() && identity.email() != null ? directory.link(identity.subject(), identity.email()) : Optional.empty())
            .filter(known -> directory.actor(known, null).isPresent());
        if (person.isEmpty()) {
            LOG.log(Level.INFO, "Sign-on refused: account {0} belongs to nobody here", identity.subject());
            provider.endSession(identity.refreshToken());
            request.getRequestDispatcher("/WEB-INF/errorpages/unknown-person.xhtml").forward(request, status(response, HttpServletResponse.SC_FORBIDDEN));
            return;
        }
        cookies.login(request).ifPresent(store::end);
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        cookies.setLogin(response, store.open(person.get(), identity.subject(), identity.session(), identity.refreshToken()));
        response.sendRedirect(attempt.returnTo());
    }

    private static Optional<String> single(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values != null && values.length == 1 && !values[0].isBlank() ? Optional.of(values[0]) : Optional.empty();
    }

    private static HttpServletResponse status(HttpServletResponse response, int status) {
        response.setStatus(status);
        return response;
    }
}
