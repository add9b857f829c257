package nl.vliegwiel.person.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.person.boundary.EmployeeService;
import nl.vliegwiel.person.boundary.EmployeeView;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Me;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** One employment, with what a manager can do: invite, and give it a last day. */
@Named
@ViewScoped
public class EmployeePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient EmployeeService employees;

    @Inject
    private transient Me me;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Languages languages;

    private UUID id;
    private EmployeeView view;
    private LocalDate endsOn;

    /** View action. */
    public void load() {
        if (me.getActingFor() == null) {
            return;
        }
        if (id == null) {
            throw new NotFound("employment.notFound");
        }
        view = employees.employee(me.getActingFor(), id);
        endsOn = view.endsOn();
    }

    public String invite() {
        employees.invite(me.getActingFor(), Set.of(view.personId()));
        notices.done(text("employees.message.invited", view.name()));
        return back();
    }

    public String end() {
        employees.end(me.getActingFor(), id, view.version(), endsOn);
        notices.done(text("employee.message.ended", view.name(), endsOn));
        return back();
    }

    private static String back() {
        return "/organisation/employees?faces-redirect=true";
    }

    private String text(String key, Object... arguments) {
        return Texts.of(languages.getLocale(), key, arguments);
    }

    public EmployeeView getView() {
        return view;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public LocalDate getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(LocalDate endsOn) {
        this.endsOn = endsOn;
    }
}
