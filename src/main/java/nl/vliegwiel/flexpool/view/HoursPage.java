package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.boundary.HoursService;
import nl.vliegwiel.flexpool.boundary.HoursService.Seen;
import nl.vliegwiel.flexpool.boundary.HoursSheet;
import nl.vliegwiel.flexpool.boundary.HoursWeek;
import nl.vliegwiel.flexpool.domain.hours.HoursState;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** Hours: my week with one button, and for HR managers what waits for them, one by one or all at once. */
@Named
@ViewScoped
public class HoursPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private HoursService service;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private LocalDate day;
    private List<SeenVersion> seen = new ArrayList<>();
    private transient HoursWeek week;
    private transient List<HoursSheet> waiting;

    /** A version that was on the screen: nobody decides about what she did not see. */
    private record SeenVersion(UUID placementId, int version) implements Serializable {
    }

    /** A week that has no meaning in the address is this week. */
    public void load() {
        String asked = request.getParameter("week");
        try {
            day = asked == null || asked.isBlank() ? null : LocalDate.parse(asked);
        } catch (DateTimeException e) {
            day = null;
        }
        day = day == null || day.getYear() < 2000 || day.getYear() > 2100 ? null : day;
    }

    /** What is drawn now is what the next decision is about. */
    public void draw() {
        week = null;
        waiting = null;
        seen = new ArrayList<>();
        getWeek().sheets().forEach(this::remember);
        getWaiting().forEach(this::remember);
    }

    private void remember(HoursSheet sheet) {
        seen.add(new SeenVersion(sheet.placementId(), sheet.version()));
    }

    public HoursWeek getWeek() {
        if (week == null) {
            week = service.week(day);
        }
        return week;
    }

    private List<HoursSheet> getWaiting() {
        if (waiting == null) {
            waiting = service.waiting();
        }
        return waiting;
    }

    public List<HoursSheet> getToConfirm() {
        return getWaiting().stream().filter(sheet -> sheet.state() == HoursState.SUBMITTED).toList();
    }

    public List<HoursSheet> getToApprove() {
        return getWaiting().stream().filter(sheet -> sheet.state() == HoursState.CONFIRMED).toList();
    }

    public LocalDate getBefore() {
        return getWeek().monday().minusWeeks(1);
    }

    public LocalDate getAfter() {
        return getWeek().monday().plusWeeks(1);
    }

    public String complete() {
        service.complete(getWeek().monday());
        return done("hours.done.complete");
    }

    public String submit(UUID placementId) {
        service.submit(seen(placementId));
        return done("hours.done.submitted");
    }

    public String confirm(UUID placementId) {
        service.confirm(seen(placementId));
        return done("hours.done.confirmed");
    }

    public String approve(UUID placementId) {
        service.approve(seen(placementId));
        return done("hours.done.approved");
    }

    public String confirmAll() {
        service.confirmAll(seen(getToConfirm()));
        return done("hours.done.confirmedAll");
    }

    public String approveAll() {
        service.approveAll(seen(getToApprove()));
        return done("hours.done.approvedAll");
    }

    /** Only those that were on the screen, in the version that was there. */
    private List<Seen> seen(List<HoursSheet> sheets) {
        Map<UUID, Integer> versions = seen.stream().collect(Collectors.toMap(SeenVersion::placementId, SeenVersion::version, Math::max));
        return sheets.stream().filter(sheet -> versions.containsKey(sheet.placementId()))
            .map(sheet -> new Seen(sheet.placementId(), versions.get(sheet.placementId()))).toList();
    }

    private Seen seen(UUID placementId) {
        return seen.stream().filter(one -> one.placementId().equals(placementId)).findFirst().map(one -> new Seen(one.placementId(), one.version()))
            .orElse(new Seen(placementId, -1));
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key));
        return "/flexpool/hours?faces-redirect=true&week=" + getWeek().monday();
    }
}
