package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.boundary.ReachService;
import nl.vliegwiel.flexpool.boundary.ReachView;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** On the page of a request: who knows of it by now, and who is next. */
@Named("reachPage")
@ViewScoped
public class ReachPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ReachService service;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID id;
    private int seenVersion;
    private transient ReachView view;

    /** @throws NotFound for an address without the id of a request */
    public ReachView getView() {
        if (view == null) {
            if (id == null) {
                try {
                    id = UUID.fromString(String.valueOf(request.getParameter("id")));
                } catch (IllegalArgumentException e) {
                    throw new NotFound("request.notFound");
                }
            }
            view = service.reach(id);
            seenVersion = view.version();
        }
        return view;
    }

    public List<ReachView.Step> getSteps() {
        return getView().steps();
    }

    /** Where it is and what is next, in a sentence or two. */
    public String getSentence() {
        String open = getSteps().stream().filter(ReachView.Step::isOpen).map(this::circle).collect(Collectors.joining(", "));
        ReachView.Step next = getSteps().stream().filter(step -> !step.isOpen()).findFirst().orElse(null);
        if (next == null) {
            return text("reach.now.all", open);
        }
        return getView().pausedAt() != null ? text("reach.now.paused", open, circle(next))
            : text("reach.now.next", open, Formats.in(languages.getLocale()).dateTime(next.opensAt()), circle(next));
    }

    public String circle(ReachView.Step step) {
        return text("Circle." + step.circle());
    }

    public String label(ReachView.Step step) {
        return text(step.isOpen() ? step.openedBy() == null ? "reach.step.open" : "reach.step.openedBy" : "reach.step.closed", circle(step), step.openedBy());
    }

    /** Before publication: when a circle would open. */
    public String plan(ReachView.Step step) {
        return step.opensAt().equals(getSteps().get(0).opensAt()) ? text("reach.plan.now", circle(step))
            : text("reach.plan.later", circle(step), Formats.in(languages.getLocale()).dateTime(step.opensAt()));
    }

    /** How the line of circles shows it. */
    public String state(ReachView.Step step) {
        return step.isOpen() ? "done" : "todo";
    }

    public String openNext() {
        service.openNext(id, seenVersion);
        return done("reach.done.opened");
    }

    public String pause() {
        service.pause(id, seenVersion);
        return done("reach.done.paused");
    }

    public String resume() {
        service.resume(id, seenVersion);
        return done("reach.done.resumed");
    }

    private String done(String key) {
        notices.done(text(key));
        return "/flexpool/request?faces-redirect=true&id=" + id;
    }

    private String text(String key, Object... arguments) {
        return Texts.of(languages.getLocale(), key, arguments);
    }
}
