package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.EnterHours;
import nl.vliegwiel.flexpool.boundary.HoursService;
import nl.vliegwiel.flexpool.boundary.HoursService.Seen;
import nl.vliegwiel.flexpool.boundary.HoursSheet;
import nl.vliegwiel.flexpool.boundary.Induction;
import nl.vliegwiel.flexpool.boundary.InductionService;
import nl.vliegwiel.flexpool.domain.WallClock;
import nl.vliegwiel.flexpool.domain.hours.HoursState;
import nl.vliegwiel.flexpool.domain.hours.WorkedHours;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Zones;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** The hours of one placement: what counts, who agreed, what can be done now, and all that was entered before. */
@Named
@ViewScoped
public class TimesheetPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    @Inject
    private HoursService service;

    @Inject
    private InductionService inductions;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private UUID id;
    private int seenVersion;
    private transient HoursSheet sheet;
    private transient String opened;

    private String start;
    private String end;
    private String breakMinutes;
    private String travelMinutes;
    private String reason;
    private String rejection;

    /** @throws NotFound for an address without the id of a placement whose hours this person may see */
    public void load() {
        try {
            id = UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException e) {
            throw new NotFound("placement.notFound");
        }
        WorkedHours hours = getSheet().hours();
        start = clock(hours.start());
        end = clock(hours.end());
        breakMinutes = String.valueOf(hours.breakMinutes());
        travelMinutes = String.valueOf(hours.travelMinutes());
    }

    /** What is drawn now is what the next decision is about. */
    public void draw() {
        sheet = null;
        seenVersion = getSheet().version();
    }

    public HoursSheet getSheet() {
        if (sheet == null) {
            sheet = service.sheet(id);
        }
        return sheet;
    }

    /** The part that stays open because what was sent from it could not be done; null for none. */
    public String getOpened() {
        return opened;
    }

    /** The work began without a yes to the safety instruction; said to the two libraries once she submitted (7:658 BW). */
    public boolean isInductionLate() {
        return !getSheet().mine().herself() && getSheet().state() != HoursState.OPEN && getSheet().state() != HoursState.ENTERED
            && inductions.ofPlacement(id).filter(Induction.OfPlacement::late).isPresent();
    }

    public String submit() {
        service.submit(new Seen(id, seenVersion));
        return done("hours.done.submitted");
    }

    /** Saves what was typed and submits it in one go. */
    public String enterAndSubmit() {
        opened = "edit";
        HoursSheet entered = service.enter(typed(null));
        seenVersion = entered.version();
        service.submit(new Seen(id, seenVersion));
        return done("hours.done.submitted");
    }

    public String enter() {
        opened = "edit";
        service.enter(typed(null));
        return done("hours.done.entered");
    }

    public String correct() {
        opened = "correct";
        service.correct(typed(reason));
        return done("hours.done.corrected");
    }

    public String confirm() {
        service.confirm(new Seen(id, seenVersion));
        return done("hours.done.confirmed");
    }

    public String approve() {
        service.approve(new Seen(id, seenVersion));
        return done("hours.done.approved");
    }

    public String reject() {
        opened = "reject";
        service.reject(new Seen(id, seenVersion), rejection);
        return done("hours.done.rejected");
    }

    private EnterHours typed(String why) {
        WorkedHours now = getSheet().hours();
        WorkedHours planned = getSheet().planned();
        List<Violation> faults = new ArrayList<>();
        Instant from = moment("start", start, now.start(), planned.start(), faults);
        Instant to = moment("end", end, now.end(), planned.end(), faults);
        Integer pause = minutes("breakMinutes", breakMinutes, faults);
        Integer travel = minutes("travelMinutes", travelMinutes, faults);
        RuleViolation.throwIfAny(faults);
        return new EnterHours(id, seenVersion, from, to, pause, travel, why);
    }

    /** A time that was not touched stays the very moment that it was, also in the hour that comes twice in October. */
    private static Instant moment(String field, String typed, Instant shown, Instant planned, List<Violation> faults) {
        if (clock(shown).equals(typed)) {
            return shown;
        }
        try {
            LocalTime time = LocalTime.parse(typed == null ? "" : typed.strip());
            var day = planned.atZone(Zones.AMSTERDAM).toLocalDate();
            return WallClock.instant(day, time).orElseGet(() -> {
                faults.add(WallClock.doesNotExist(field, day, time));
                return null;
            });
        } catch (DateTimeParseException e) {
            faults.add(Violation.of(field, "hours.time.unreadable"));
            return null;
        }
    }

    private static Integer minutes(String field, String typed, List<Violation> faults) {
        if (typed != null && typed.strip().matches("\\d{1,4}")) {
            return Integer.valueOf(typed.strip());
        }
        faults.add(Violation.of(field, "hours.minutes.unreadable"));
        return null;
    }

    private static String clock(Instant moment) {
        return CLOCK.format(ZonedDateTime.ofInstant(moment, Zones.AMSTERDAM));
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key));
        return "/flexpool/timesheet?faces-redirect=true&id=" + id;
    }

    public String getStart() {
        return start;
    }

    public void setStart(String start) {
        this.start = start;
    }

    public String getEnd() {
        return end;
    }

    public void setEnd(String end) {
        this.end = end;
    }

    public String getBreakMinutes() {
        return breakMinutes;
    }

    public void setBreakMinutes(String breakMinutes) {
        this.breakMinutes = breakMinutes;
    }

    public String getTravelMinutes() {
        return travelMinutes;
    }

    public void setTravelMinutes(String travelMinutes) {
        this.travelMinutes = travelMinutes;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getRejection() {
        return rejection;
    }

    public void setRejection(String rejection) {
        this.rejection = rejection;
    }
}
