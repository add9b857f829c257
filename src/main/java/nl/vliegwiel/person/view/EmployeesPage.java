package nl.vliegwiel.person.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.person.boundary.EmployeeService;
import nl.vliegwiel.person.boundary.EmployeeService.State;
import nl.vliegwiel.person.boundary.EmployeeView;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Me;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.Param;

/** The people of the own library, for its managers. */
@Named
@RequestScoped
public class EmployeesPage {
    private static final int ROWS = 25;

    @Inject
    private EmployeeService employees;

    @Inject
    private Me me;

    @Inject
    private Notices notices;

    @Inject
    private Languages languages;

    @Inject
    @Param
    private String q;

    @Inject
    @Param
    private String state;

    @Inject
    @Param(name = "page")
    private String pageText;

    private EmployeeService.Page found;

    /** View action: a colleague who is no manager reads so at once. */
    public void load() {
        if (me.getActingFor() != null) {
            found();
        }
    }

    private EmployeeService.Page found() {
        if (found == null) {
            found = employees.page(me.getActingFor(), q, getState(), (getPage() - 1) * ROWS, ROWS);
        }
        return found;
    }

    /** Invites everybody on this page who never was. */
    public String inviteAll() {
        Set<UUID> waiting = getRows().stream().filter(row -> row.signedOnAt() == null && row.invitedAt() == null).map(EmployeeView::personId).collect(Collectors.toSet());
        notices.done(text("employees.message.invitedAll", employees.invite(me.getActingFor(), waiting)));
        return "/organisation/employees?faces-redirect=true";
    }

    private String text(String key, Object... arguments) {
        return Texts.of(languages.getLocale(), key, arguments);
    }

    public List<EmployeeView> getRows() {
        return found().rows();
    }

    /** How many on this page were never invited. */
    public int getNotInvited() {
        return (int) getRows().stream().filter(row -> row.signedOnAt() == null && row.invitedAt() == null).count();
    }

    public int getTotal() {
        return found().total();
    }

    public int getPages() {
        return (getTotal() + ROWS - 1) / ROWS;
    }

    /** What is no number of a page is the first one. */
    public int getPage() {
        return pageText != null && pageText.matches("[1-9]\\d{0,4}") ? Integer.parseInt(pageText) : 1;
    }

    public List<State> getStates() {
        return List.of(State.values());
    }

    public State getState() {
        return getStates().stream().filter(known -> known.name().equals(state)).findFirst().orElse(State.CURRENT);
    }

    public String getQ() {
        return q;
    }
}
