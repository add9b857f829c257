package nl.vliegwiel.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What the page says back: done, take care, or wrong; for the whole page or at one field. */
@Named("notices")
@RequestScoped
public class Notices {
    /**
     * @param kind ok, warn or danger: word, shape and colour of the notice
     * @param text what it says
     */
    public record Notice(String kind, String text) {
    }

    /**
     * @param target client id of the field; null for the whole form
     * @param text what is wrong and what to do
     */
    public record Fault(String target, String text) {
    }

    /** Says that it was done; survives the redirect that follows. */
    public void done(String text) {
        add(null, FacesMessage.SEVERITY_INFO, text);
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
    }

    /** Says what to take care of; survives a redirect. */
    public void warn(String text) {
        add(null, FacesMessage.SEVERITY_WARN, text);
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
    }

    /** Says what is wrong with the whole. */
    public void error(String text) {
        add(null, FacesMessage.SEVERITY_ERROR, text);
    }

    /**
     * Says what is wrong at one field.
     *
     * @param path id of the input, or a path such as {@code shifts[0].end} where it stands in a repetition;
     *     when the page has no such input it is said for the whole
     */
    public void error(String path, String text) {
        FacesContext context = FacesContext.getCurrentInstance();
        String clientId = clientId(context, path);
        if (clientId != null) {
            context.validationFailed();
        }
        add(clientId, FacesMessage.SEVERITY_ERROR, text);
    }

    /** For the whole page, errors left out when the page sums them up with the fields. */
    public List<Notice> getPage() {
        return FacesContext.getCurrentInstance().getMessageList(null).stream()
            .map(message -> new Notice(kind(message), text(message)))
            .toList();
    }

    /** At fields, in the order in which they were found. */
    public List<Fault> getFaults() {
        FacesContext context = FacesContext.getCurrentInstance();
        List<Fault> faults = new ArrayList<>();
        Iterator<String> ids = context.getClientIdsWithMessages();
        while (ids.hasNext()) {
            String id = ids.next();
            if (id != null) {
                context.getMessageList(id).forEach(message -> faults.add(new Fault(id, text(message))));
            }
        }
        return faults;
    }

    static String text(FacesMessage message) {
        return message.getSummary() == null ? message.getDetail() : message.getSummary();
    }

    private static void add(String clientId, FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(clientId, new FacesMessage(severity, text, null));
    }

    private static String kind(FacesMessage message) {
        if (message.getSeverity() == FacesMessage.SEVERITY_INFO) {
            return "ok";
        }
        return message.getSeverity() == FacesMessage.SEVERITY_WARN ? "warn" : "danger";
    }

    /** The input that a path names: {@code end}, or {@code shifts[0].end} for the first row of the repetition "shifts". */
    private static String clientId(FacesContext context, String path) {
        if (path == null || path.isEmpty()) {
            return null;
        }
        String wanted = path.replace("[", ":").replace("]", "").replace('.', ':');
        AtomicReference<String> found = new AtomicReference<>();
        context.getViewRoot().visitTree(VisitContext.createVisitContext(context), (visit, component) -> {
            String clientId = component instanceof Field ? "" : component.getClientId(context);
            if (clientId.equals(wanted) || clientId.endsWith(":" + wanted)) {
                found.set(clientId);
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return found.get();
    }
}
