package nl.vliegwiel.platform.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.vliegwiel.platform.actor.NotSignedIn;
import nl.vliegwiel.platform.persistence.FailureTranslator;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.Refusal;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Unavailable;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.Texts;

/** Every way in which a call can fail, as a problem document; what is our fault is logged under a number and told without details. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof Answered before) {
            return before.answer();
        }
        Refusal refusal = FailureTranslator.translated(failure);
        if (refusal != null) {
            return answer(status(refusal), refusal.key(), violations(refusal), refusal.arguments());
        }
        if (failure instanceof ConstraintViolationException shape) {
            List<Violation> violations = shape.getConstraintViolations().stream()
                .map(violation -> Violation.of(field(violation.getPropertyPath().toString()), violation.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
            return answer(422, "invalid.input", violations);
        }
        if (failure instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            Response answer = answer(status, "problem." + status + ".detail", List.of());
            return web.getResponse().getHeaderString("Allow") == null ? answer
                : Response.fromResponse(answer).header("Allow", web.getResponse().getHeaderString("Allow")).build();
        }
        String reference = Ids.next().toString().substring(24);
        LOG.log(Level.SEVERE, failure, () -> "Call failed, reference " + reference + ": " + uri.getPath());
        return answer(500, "problem.500.detail", List.of(), reference);
    }

    private Response answer(int status, String key, List<Violation> violations, Object... arguments) {
        Locale locale = Texts.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Response.ResponseBuilder answer = Response.status(status).type("application/problem+json")
            .entity(Problem.of(status, key, locale, uri.getRequestUri().getPath(), violations, arguments));
        return status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode() ? answer.header(HttpHeaders.RETRY_AFTER, Unavailable.RETRY_SECONDS).build() : answer.build();
    }

    private static List<Violation> violations(Refusal refusal) {
        if (refusal instanceof RuleViolation rule) {
            return rule.violations();
        }
        return refusal instanceof BadBody body ? body.violations() : List.of();
    }

    private static int status(Refusal refusal) {
        if (refusal instanceof NotFound) {
            return 404;
        }
        if (refusal instanceof Forbidden) {
            return 403;
        }
        if (refusal instanceof Conflict) {
            return 409;
        }
        if (refusal instanceof StaleData) {
            return 412;
        }
        if (refusal instanceof Unavailable) {
            return 503;
        }
        if (refusal instanceof BadBody) {
            return 400;
        }
        if (refusal instanceof VersionMissing) {
            return 428;
        }
        return refusal instanceof NotSignedIn ? 401 : 422;
    }

    /** The path without the names of method and parameter in front. */
    private static String field(String path) {
        String[] steps = path.split("\\.", 3);
        return steps.length == 3 ? steps[2] : path;
    }
}
