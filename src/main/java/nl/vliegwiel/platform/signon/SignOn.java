package nl.vliegwiel.platform.signon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.logging.Level;
import java.util.logging.Logger;
import com.nimbusds.jwt.JWTClaimsSet;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.persistence.FailureTranslator;
import nl.vliegwiel.platform.rule.Unavailable;
import nl.vliegwiel.platform.web.SecurityHeaders;

/**
 * Decision D1: the one way in. A page needs the login cookie, an API call a bearer token of the same realm;
 * whoever has neither is sent to the identity provider or reads 401. Runs before every filter and for open
 * paths too, which is why the headers of each answer are set here.
 */
@ApplicationScoped
public class SignOn implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(SignOn.class.getName());
    private static final String API = "/api/";
    private static final String BEARER = "Bearer ";
    private static final List<String> OPEN = List.of("/assets/", "/jakarta.faces.resource/", "/callback", "/backchannel-logout",
        "/health", "/openapi", "/feed/", "/unsubscribe", "/certificate", "/api/v1/certificates/", "/.well-known/");

    /** What the server may read as another address than the one it begins with. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)\\.\\.|%2e|%2f|%5c|;");

    @Inject
    private SignOnSettings settings;

    @Inject
    private SignInStore store;

    @Inject
    private Cookies cookies;

    @Inject
    private Provider provider;

    @Inject
    private ActorDirectory directory;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        SecurityHeaders.apply(response, settings.secure());
        String path = request.getRequestURI();
        if (OPEN.stream().anyMatch(path::startsWith) && !ELSEWHERE.matcher(path).find()) {
            return context.doNothing();
        }
        try {
            return path.startsWith(API) ? call(request, response, context) : page(request, response, context);
        } catch (ProviderDown e) {
            LOG.log(Level.WARNING, e.getMessage());
            return error(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (RuntimeException e) {
            if (!(FailureTranslator.translated(e) instanceof Unavailable)) {
                throw e;
            }
            return path.startsWith(API) ? ApiRefusal.send(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable")
                : error(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private AuthenticationStatus call(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return ApiRefusal.send(request, response, HttpServletResponse.SC_UNAUTHORIZED, "notSignedIn");
        }
        try {
            JWTClaimsSet claims = provider.checkAccessToken(header.substring(BEARER.length()).trim());
            Optional<Actor> actor = person(claims).flatMap(person -> directory.actor(person, null));
            if (actor.isEmpty()) {
                LOG.log(Level.INFO, "Sign-on refused: account {0} belongs to nobody here", claims.getSubject());
                return ApiRefusal.send(request, response, HttpServletResponse.SC_UNAUTHORIZED, "signOn.unknown");
            }
            return admit(request, context, actor.get());
        } catch (SignOnRefused e) {
            LOG.log(Level.INFO, "Sign-on refused: {0}", e.getMessage());
            return ApiRefusal.send(request, response, HttpServletResponse.SC_UNAUTHORIZED, "signOn.token");
        } catch (ProviderDown e) {
            LOG.log(Level.WARNING, e.getMessage());
            return ApiRefusal.send(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "signOn.providerDown");
        }
    }

    private Optional<UUID> person(JWTClaimsSet claims) {
        Optional<UUID> known = directory.personOf(claims.getSubject());
        if (known.isPresent()) {
            return known;
        }
        try {
            return Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")) && claims.getStringClaim("email") != null
                ? directory.link(claims.getSubject(), claims.getStringClaim("email"))
                : Optional.empty();
        } catch (ParseException e) {
            throw new SignOnRefused("claims of an unexpected type", e);
        }
    }

    private AuthenticationStatus page(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<Actor> actor = cookies.login(request)
            .flatMap(store::find)
            .flatMap(signedIn -> directory.actor(signedIn.personId(), signedIn.actingFor()));
        if (actor.isPresent()) {
            dropForeignSession(request, actor.get());
            return admit(request, context, actor.get());
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            return PartialRedirect.send(response, ReturnAddress.safe(pageOf(request)));
        }
        if (!navigation(request)) {
            return error(response, HttpServletResponse.SC_UNAUTHORIZED);
        }
        return begin(request, response);
    }

    /** Sends the browser to the provider; what it asked for waits on the server under the state. */
    private AuthenticationStatus begin(HttpServletRequest request, HttpServletResponse response) {
        String state = Secrets.random();
        String nonce = Secrets.random();
        String verifier = Secrets.random();
        String address = provider.authorizationAddress(state, nonce, verifier, request.getLocale()).toString();
        // The same browser secret for each tab, so that two tabs can both come back
        String browser = cookies.attempt(request).orElseGet(Secrets::random);
        cookies.setAttempt(response, browser);
        store.begin(state, browser, nonce, verifier, ReturnAddress.safe(pageOf(request)));
        try {
            response.sendRedirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static AuthenticationStatus admit(HttpServletRequest request, HttpMessageContext context, Actor actor) {
        request.setAttribute(CurrentActor.ATTRIBUTE, actor);
        return context.notifyContainerAboutLogin(new CallerPrincipal(actor.personId().toString()), Set.of("STAFF"));
    }

    /** At a shared desk the next person must not meet the view state of the former. */
    private static void dropForeignSession(HttpServletRequest request, Actor actor) {
        var session = request.getSession(false);
        if (session == null) {
            return;
        }
        Object owner = session.getAttribute("owner");
        if (owner == null) {
            session.setAttribute("owner", actor.personId());
        } else if (!owner.equals(actor.personId())) {
            session.invalidate();
        }
    }

    private static boolean navigation(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod()))
            && (accept == null || accept.contains("text/html") || accept.contains("*/*"))
            && !"image".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private static String pageOf(HttpServletRequest request) {
        return request.getQueryString() == null ? request.getRequestURI() : request.getRequestURI() + "?" + request.getQueryString();
    }

    private static AuthenticationStatus error(HttpServletResponse response, int status) {
        try {
            if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                response.setIntHeader("Retry-After", Unavailable.RETRY_SECONDS);
            }
            response.sendError(status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
