package nl.vliegwiel.platform.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import nl.vliegwiel.platform.persistence.FailureTranslator;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.Refusal;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Unavailable;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.Texts;

/**
 * Says a refusal of the boundary on the page it came from, with all that was typed still there, so that no page has to
 * catch it. What is not there or not yours is a 404, what you may not do a 403.
 */
public class RefusalHandler extends ExceptionHandlerWrapper {
    public RefusalHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext context = FacesContext.getCurrentInstance();
        for (Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext(); ) {
            ExceptionQueuedEvent event = events.next();
            Refusal refusal = FailureTranslator.translated(event.getContext().getException());
            if (refusal != null && answered(context, refusal, event.getContext().getPhaseId())) {
                events.remove();
            } else if (refusal == null && isForgedState(event.getContext()) && sent(context, HttpServletResponse.SC_BAD_REQUEST)) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    /** A form that carries a state which is none of ours; one that has merely expired is another's to handle. */
    private static boolean isForgedState(ExceptionQueuedEventContext failed) {
        return failed.getPhaseId() == PhaseId.RESTORE_VIEW && failed.getException() instanceof FacesException
            && !(failed.getException() instanceof ViewExpiredException) && failed.getContext().isPostback();
    }

    /** @return false when the page is already being drawn: then only an error page can still be honest */
    private static boolean answered(FacesContext context, Refusal refusal, PhaseId phase) {
        if (refusal instanceof NotFound) {
            return sent(context, HttpServletResponse.SC_NOT_FOUND);
        }
        if (refusal instanceof Forbidden) {
            return sent(context, HttpServletResponse.SC_FORBIDDEN);
        }
        if (refusal instanceof Unavailable) {
            return sent(context, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        if (phase == PhaseId.RENDER_RESPONSE || context.getViewRoot() == null) {
            return false;
        }
        say(context, refusal);
        context.validationFailed();
        context.renderResponse();
        return true;
    }

    private static void say(FacesContext context, Refusal refusal) {
        Notices notices = CDI.current().select(Notices.class).get();
        Locale locale = context.getViewRoot().getLocale();
        if (refusal instanceof RuleViolation broken && !broken.violations().isEmpty()) {
            for (Violation violation : broken.violations()) {
                notices.error(violation.field(), Texts.of(locale, violation.key(), violation.arguments().toArray()));
            }
        } else {
            notices.error(Texts.of(locale, refusal.key(), refusal.arguments()));
        }
    }

    private static boolean sent(FacesContext context, int status) {
        if (context.getExternalContext().isResponseCommitted()) {
            return false;
        }
        try {
            if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                context.getExternalContext().setResponseHeader("Retry-After", String.valueOf(Unavailable.RETRY_SECONDS));
            }
            context.getExternalContext().responseSendError(status, null);
            context.responseComplete();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
