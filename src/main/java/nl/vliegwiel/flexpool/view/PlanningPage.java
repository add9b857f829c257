package nl.vliegwiel.flexpool.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PlanService;
import nl.vliegwiel.flexpool.boundary.PlanService.Desk;
import nl.vliegwiel.flexpool.domain.weekplan.PlanState;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.web.Languages;
import org.omnifaces.cdi.ViewScoped;

/** Which week to plan, for whom, and the proposals that are there; week and library stand in the address. */
@Named("planningPage")
@ViewScoped
public class PlanningPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int WEEKS = 12;

    @Inject
    private PlanService plans;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    private LocalDate monday;
    private ArrayList<Week> weeks;
    private ArrayList<Choice> desks;
    private ArrayList<Row> rows;
    private Choice desk;

    /** A week to choose. */
    public record Week(LocalDate monday, String label, boolean chosen) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Whom to plan for; its value stands in the address. */
    public record Choice(UUID organisationId, boolean region, String name, boolean chosen) implements Serializable {
        private static final long serialVersionUID = 1L;

        public String value() {
            return (region ? "region-" : "library-") + organisationId;
        }
    }

    /** A proposal that is there. */
    public record Row(UUID id, String name, boolean region, PlanState state, String by, Instant at, int covered, int seats) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** What has no meaning in the address is as if it was not there. */
    @PostConstruct
    void read() {
        List<Desk> mine = plans.desks();
        LocalDate now = plans.thisMonday();
        monday = monday(request.getParameter("week"), now.plusWeeks(1));
        weeks = new ArrayList<>();
        for (LocalDate one = now; one.isBefore(now.plusWeeks(WEEKS)); one = one.plusWeeks(1)) {
            weeks.add(week(one));
        }
        if (weeks.stream().noneMatch(Week::chosen)) {
            weeks.add(monday.isBefore(now) ? 0 : weeks.size(), week(monday));
        }
        String asked = request.getParameter("for");
        desks = new ArrayList<>();
        for (Desk one : mine) {
            Choice choice = new Choice(one.organisationId(), one.region(), one.name(), false);
            desks.add(new Choice(one.organisationId(), one.region(), one.name(), choice.value().equals(asked)));
        }
        desk = desks.stream().filter(Choice::chosen).findFirst().orElse(desks.isEmpty() ? null : desks.get(0));
        rows = new ArrayList<>();
        plans.proposals(monday).forEach(one -> rows.add(new Row(one.id(), one.organisation(), one.region(), one.state(), one.askedBy(), one.askedAt(), one.covered(), one.seats())));
    }

    private Week week(LocalDate one) {
        return new Week(one, Formats.in(languages.getLocale()).days(one, one.plusDays(6)), one.equals(monday));
    }

    private static LocalDate monday(String value, LocalDate otherwise) {
        try {
            LocalDate day = value == null || value.isBlank() ? otherwise : LocalDate.parse(value);
            return day.getYear() < 2000 || day.getYear() > 2100 ? otherwise : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /** Begins a proposal and goes to look on. */
    public String ask() {
        return "/flexpool/plan?faces-redirect=true&id=" + plans.ask(desk.organisationId(), desk.region(), monday);
    }

    public LocalDate getMonday() {
        return monday;
    }

    public String getWeekLabel() {
        return week(monday).label();
    }

    public List<Week> getWeeks() {
        return weeks;
    }

    public List<Choice> getDesks() {
        return desks;
    }

    public Choice getDesk() {
        return desk;
    }

    public List<Row> getRows() {
        return rows;
    }
}
