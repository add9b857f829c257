package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.vliegwiel.flexpool.boundary.RequestContent;
import nl.vliegwiel.flexpool.boundary.RequestService;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.PlannedShift;
import nl.vliegwiel.flexpool.domain.Purpose;
import nl.vliegwiel.flexpool.domain.Urgency;
import nl.vliegwiel.flexpool.domain.RequestChoices;
import nl.vliegwiel.flexpool.domain.RequestFilter;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.flexpool.domain.RequestView;
import nl.vliegwiel.flexpool.domain.ShiftSeries;
import nl.vliegwiel.flexpool.domain.StaffRequest;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.Refusal;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** One page on which a request is written, changed or made from a former one. */
@Named("requestEditPage")
@ViewScoped
public class RequestEditPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FORMER = 5;
    /** A copied request begins at least this long from now, so that people can still say yes. */
    private static final Duration AHEAD = Duration.ofDays(3);

    @Inject
    private RequestService requests;

    @Inject
    private CurrentActor actor;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private UUID id;
    private UUID copiedFrom;
    private UUID organisationId;
    private int seenVersion;
    private RequestStatus status = RequestStatus.DRAFT;
    private int movedWeeks;
    private RequestForm form = new RequestForm();
    private List<DayOfWeek> seriesDays = new ArrayList<>();
    private String seriesFrom;
    private String seriesUntil;
    private String seriesStart;
    private String seriesEnd;
    private String seriesHeadcount = "1";
    private String seriesBreak;
    private String focus;
    private String rows;
    private transient RequestChoices choices;
    private transient List<RequestView> former;

    /** Begins empty, with a request to change ({@code id}) or with one to copy ({@code copy}). */
    public void load() {
        if (request.getParameter("id") != null) {
            RequestView view = mine(request.getParameter("id"));
            id = view.id();
            seenVersion = view.version();
            status = view.status();
            organisationId = view.organisationId();
            form = RequestForm.of(view, 0, false);
        } else if (request.getParameter("copy") != null) {
            RequestView view = mine(request.getParameter("copy"));
            copiedFrom = view.id();
            organisationId = view.organisationId();
            movedWeeks = weeks(view.firstStart());
            form = RequestForm.of(view, movedWeeks, true);
        } else {
            organisationId = ours().orElseThrow(() -> new Forbidden("request.write.forbidden"));
        }
        if (form.getShifts().isEmpty()) {
            form.getShifts().add(new RequestForm.ShiftRow());
        }
        if (form.getBranchId() == null && getChoices().branches().size() == 1) {
            form.setBranchId(getChoices().branches().get(0).id());
        }
    }

    private RequestView mine(String text) {
        try {
            RequestView view = requests.get(UUID.fromString(text));
            if (!actor.get().has(Role.HR_MANAGER, view.organisationId())) {
                throw new Forbidden("request.write.forbidden");
            }
            return view;
        } catch (IllegalArgumentException e) {
            throw new NotFound("request.notFound");
        }
    }

    /** The library that she acts for, or the only one whose HR manager she is. */
    private Optional<UUID> ours() {
        Actor who = actor.get();
        List<UUID> managed = who.organisationsWhere(Role.HR_MANAGER).stream().sorted().toList();
        return who.actingFor() != null && managed.contains(who.actingFor()) ? Optional.of(who.actingFor()) : managed.stream().findFirst();
    }

    private int weeks(Instant firstStart) {
        Instant earliest = requests.now().plus(AHEAD);
        if (firstStart == null || firstStart.isAfter(earliest)) {
            return 0;
        }
        return (int) (Duration.between(firstStart, earliest).toDays() / 7 + 1);
    }

    public void addSkill() {
        focus = "skill";
        if (form.getSkills().size() < StaffRequest.MOST_SKILLS) {
            form.getSkills().add(new RequestForm.SkillRow());
        }
    }

    public void removeSkill(int index) {
        focus = "addSkill";
        if (index >= 0 && index < form.getSkills().size()) {
            form.getSkills().remove(index);
        }
    }

    /** A further shift, a week after the last one. */
    public void addShift() {
        focus = null;
        if (form.getShifts().size() >= StaffRequest.MOST_SHIFTS) {
            throw new RuleViolation("request.shifts.tooMany", StaffRequest.MOST_SHIFTS);
        }
        RequestForm.ShiftRow row = new RequestForm.ShiftRow();
        if (!form.getShifts().isEmpty()) {
            RequestForm.ShiftRow last = form.getShifts().get(form.getShifts().size() - 1);
            row.setDate(RequestForm.date(last.getDate(), "", new ArrayList<>()).map(date -> date.plusWeeks(1).toString()).orElse(null));
            row.setStart(last.getStart());
            row.setEnd(last.getEnd());
            row.setHeadcount(last.getHeadcount());
            row.setBreakMinutes(last.getBreakMinutes());
        }
        form.getShifts().add(row);
        focus = "shift";
    }

    /** Gives a fresh form the rows that were in it before its session ended, so that the browser can put back what was typed. */
    public void grow() {
        focus = null;
        int skills = wanted("skills");
        while (isDraft() && form.getSkills().size() < Math.min(skills, StaffRequest.MOST_SKILLS)) {
            form.getSkills().add(new RequestForm.SkillRow());
        }
        int shifts = wanted("shifts");
        while (form.getShifts().size() < Math.min(shifts, StaffRequest.MOST_SHIFTS)) {
            form.getShifts().add(new RequestForm.ShiftRow());
        }
        rows = null;
    }

    /** How many rows of this kind {@code rows} names, as {@code skills:2,shifts:5}; 0 for anything else that came. */
    private int wanted(String kind) {
        Matcher found = Pattern.compile("\\b" + kind + ":(\\d{1,4})\\b").matcher(rows == null ? "" : rows);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    public void removeShift(int index) {
        focus = "addShift";
        if (index >= 0 && index < form.getShifts().size()) {
            form.getShifts().remove(index);
        }
    }

    /** Makes shifts on the chosen days and puts them in the list, where they can be looked at and mended. */
    public void addSeries() {
        focus = null;
        List<Violation> faults = new ArrayList<>();
        Optional<LocalDate> from = RequestForm.date(seriesFrom, "seriesFrom", faults);
        Optional<LocalDate> until = RequestForm.date(seriesUntil, "seriesUntil", faults);
        Optional<LocalTime> start = RequestForm.time(seriesStart, "seriesStart", faults);
        Optional<LocalTime> end = RequestForm.time(seriesEnd, "seriesEnd", faults);
        Integer headcount = RequestForm.number(seriesHeadcount, "seriesHeadcount", faults);
        Integer rest = seriesBreak == null || seriesBreak.isBlank() ? null : RequestForm.number(seriesBreak, "seriesBreak", faults);
        RuleViolation.throwIfAny(faults);
        List<PlannedShift> made = series(new ShiftSeries(seriesDays.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(seriesDays),
            from.orElseThrow(), until.orElseThrow(), start.orElseThrow(), end.orElseThrow(), headcount, rest == null ? 0 : rest));
        form.tidy();
        if (form.getShifts().size() + made.size() > StaffRequest.MOST_SHIFTS) {
            throw new RuleViolation(List.of(Violation.of("seriesUntil", "request.shifts.tooMany", StaffRequest.MOST_SHIFTS)));
        }
        focus = "addShift";
        made.forEach(shift -> form.shift(null, shift.period().start(), shift.period().end(), shift.headcount(), rest));
        notices.warn(Texts.of(languages.getLocale(), "request.series.made", made.size()));
    }

    private static List<PlannedShift> series(ShiftSeries series) {
        try {
            return series.expand();
        } catch (RuleViolation refusal) {
            throw new RuleViolation(refusal.violations().stream().map(fault -> new Violation(
                "series" + Character.toUpperCase(fault.field().charAt(0)) + fault.field().substring(1), fault.key(), fault.arguments())).toList());
        }
    }

    /** Keeps a draft, or the changes of a published request. */
    public String save() {
        RequestView saved = store();
        notices.done(Texts.of(languages.getLocale(), saved.status() == RequestStatus.DRAFT ? "request.done.draft" : "request.done.changed"));
        return "/flexpool/request?faces-redirect=true&id=" + saved.id();
    }

    /** Keeps the draft and goes on to the page that says what publishing means. */
    public String check() {
        return "/flexpool/request-publish?faces-redirect=true&id=" + store().id();
    }

    private RequestView store() {
        focus = null;
        try {
            return written();
        } catch (Refusal refusal) {
            if (form.getShifts().isEmpty()) {
                form.getShifts().add(new RequestForm.ShiftRow());
            }
            throw refusal;
        }
    }

    private RequestView written() {
        form.tidy();
        List<Violation> faults = new ArrayList<>();
        RequestContent content = form.content(organisationId, faults);
        if (!faults.isEmpty()) {
            // What cannot be read as a time is told together with all else that can be checked
            faults.addAll(requests.textFaults(content));
            throw new RuleViolation(faults);
        }
        return id == null ? requests.create(content, copiedFrom) : requests.change(id, seenVersion, content);
    }

    public RequestChoices getChoices() {
        if (choices == null) {
            choices = requests.choices(organisationId);
        }
        return choices;
    }

    /** The latest requests of the library, to begin with one of them. */
    public List<RequestView> getFormer() {
        if (former == null) {
            former = id != null || copiedFrom != null ? List.of()
                : requests.list(new RequestFilter(List.of(), null, null, null, null, RequestFilter.Side.OURS), null, FORMER);
        }
        return former;
    }

    /** Where the work goes on after rows came or went: {@code skill}, {@code shift}, {@code addSkill}, {@code addShift} or null. */
    public String getFocus() {
        return focus;
    }

    public String getRows() {
        return rows;
    }

    public void setRows(String rows) {
        this.rows = rows;
    }

    public boolean isDraft() {
        return status == RequestStatus.DRAFT;
    }

    public boolean isFresh() {
        return id == null;
    }

    public UUID getId() {
        return id;
    }

    public int getMovedWeeks() {
        return movedWeeks;
    }

    public RequestForm getForm() {
        return form;
    }

    public List<Urgency> getUrgencies() {
        return List.of(Urgency.values());
    }

    public List<Purpose> getPurposes() {
        return List.of(Purpose.values());
    }

    /** Circles that can be chosen, the nearest first. */
    public List<Circle> getCircles() {
        return List.of(Circle.values());
    }

    public List<DayOfWeek> getDays() {
        return Arrays.asList(DayOfWeek.values());
    }

    public String dayName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, languages.getLocale());
    }

    public List<DayOfWeek> getSeriesDays() {
        return seriesDays;
    }

    public void setSeriesDays(List<DayOfWeek> seriesDays) {
        this.seriesDays = seriesDays;
    }

    public String getSeriesFrom() {
        return seriesFrom;
    }

    public void setSeriesFrom(String seriesFrom) {
        this.seriesFrom = seriesFrom;
    }

    public String getSeriesUntil() {
        return seriesUntil;
    }

    public void setSeriesUntil(String seriesUntil) {
        this.seriesUntil = seriesUntil;
    }

    public String getSeriesStart() {
        return seriesStart;
    }

    public void setSeriesStart(String seriesStart) {
        this.seriesStart = seriesStart;
    }

    public String getSeriesEnd() {
        return seriesEnd;
    }

    public void setSeriesEnd(String seriesEnd) {
        this.seriesEnd = seriesEnd;
    }

    public String getSeriesHeadcount() {
        return seriesHeadcount;
    }

    public void setSeriesHeadcount(String seriesHeadcount) {
        this.seriesHeadcount = seriesHeadcount;
    }

    public String getSeriesBreak() {
        return seriesBreak;
    }

    public void setSeriesBreak(String seriesBreak) {
        this.seriesBreak = seriesBreak;
    }
}
