package nl.vliegwiel.person.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.organisation.Place;
import nl.vliegwiel.person.boundary.EmployeeForm;
import nl.vliegwiel.person.boundary.EmployeeService;
import nl.vliegwiel.person.boundary.EmployeeView;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Me;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** One employee by a form: somebody new, or what was agreed with somebody who works here. Everything stays the text that was typed. */
@Named
@ViewScoped
public class EmployeeEditPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MINUTES = 60;

    @Inject
    private transient EmployeeService employees;

    @Inject
    private transient Me me;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Languages languages;

    private UUID id;
    private int version;
    private String name;
    private String email;
    private String givenName;
    private String familyName;
    private String employeeNumber;
    private String function;
    private String hoursPerWeek;
    private String place;
    private String startDate;
    private String endDate;
    private boolean inviteNow = true;

    /** View action. */
    public void load() {
        if (me.getActingFor() == null) {
            return;
        }
        if (id == null) {
            employees.requireManage(me.getActingFor());
            return;
        }
        EmployeeView view = employees.employee(me.getActingFor(), id);
        version = view.version();
        name = view.name();
        email = view.email();
        employeeNumber = view.employeeNumber();
        function = view.function();
        hoursPerWeek = hours(view.minutesPerWeek());
        place = view.place() == null ? null : view.place() + " (" + view.province() + ")";
        startDate = date(view.startsOn());
        endDate = date(view.endsOn());
    }

    /** Whole hours as such, others as on the clock: 24, 22:40. */
    static String hours(int minutes) {
        return minutes % MINUTES == 0 ? String.valueOf(minutes / MINUTES) : String.format("%d:%02d", minutes / MINUTES, minutes % MINUTES);
    }

    private static String date(LocalDate day) {
        return day == null ? null : day.toString();
    }

    public String save() {
        EmployeeForm form = new EmployeeForm(email, givenName, familyName, employeeNumber, function, hoursPerWeek, place, startDate, endDate);
        if (id == null) {
            id = employees.add(me.getActingFor(), form, inviteNow);
            notices.done(text(inviteNow ? "employeeEdit.message.addedAndInvited" : "employeeEdit.message.added", givenName + " " + familyName));
        } else {
            employees.change(me.getActingFor(), id, version, form);
            notices.done(text("employeeEdit.message.changed", name));
        }
        return "/organisation/employee?faces-redirect=true&id=" + id;
    }

    public List<String> places(String typed) {
        return employees.placesBeginningWith(typed).stream().map(Place::label).toList();
    }

    private String text(String key, Object... arguments) {
        return Texts.of(languages.getLocale(), key, arguments);
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public String getEmployeeNumber() {
        return employeeNumber;
    }

    public void setEmployeeNumber(String employeeNumber) {
        this.employeeNumber = employeeNumber;
    }

    public String getFunction() {
        return function;
    }

    public void setFunction(String function) {
        this.function = function;
    }

    public String getHoursPerWeek() {
        return hoursPerWeek;
    }

    public void setHoursPerWeek(String hoursPerWeek) {
        this.hoursPerWeek = hoursPerWeek;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getStartDate() {
        return startDate;
    }

    public void setStartDate(String startDate) {
        this.startDate = startDate;
    }

    public String getEndDate() {
        return endDate;
    }

    public void setEndDate(String endDate) {
        this.endDate = endDate;
    }

    public boolean isInviteNow() {
        return inviteNow;
    }

    public void setInviteNow(boolean inviteNow) {
        this.inviteNow = inviteNow;
    }
}
