package nl.vliegwiel.flexpool.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.Apply;
import nl.vliegwiel.flexpool.boundary.PlacementDetail;
import nl.vliegwiel.flexpool.boundary.PlacementFilter;
import nl.vliegwiel.flexpool.boundary.PlacementRef;
import nl.vliegwiel.flexpool.boundary.PlacementRows.View;
import nl.vliegwiel.flexpool.boundary.PlacementService;
import nl.vliegwiel.flexpool.boundary.RequestService;
import nl.vliegwiel.flexpool.domain.RequestView;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** On the page of a request: for which shifts an employee applies, and what she says yes to with it. */
@Named
@ViewScoped
public class ApplyPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    @Inject
    private PlacementService placements;

    @Inject
    private RequestService requests;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private UUID requestId;
    private List<UUID> chosen = new ArrayList<>();
    private boolean standby;
    private transient RequestView view;
    private transient List<PlacementDetail> mine;

    /** A shift that can be chosen, with what the box says. */
    public record Choice(UUID id, String label) {
    }

    /** @throws NotFound for an address without the id of a request */
    @PostConstruct
    void read() {
        try {
            requestId = UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException e) {
            throw new NotFound("request.notFound");
        }
        List<Choice> choices = getChoices();
        if (choices.size() == 1) {
            chosen.add(choices.get(0).id());
        }
    }

    private RequestView view() {
        if (view == null) {
            view = requests.detail(requestId).view();
        }
        return view;
    }

    /** Her own applications and proposals for this request that still count. */
    public List<PlacementDetail> getMine() {
        if (mine == null) {
            mine = placements.page(View.MINE, new PlacementFilter(null, requestId, null, null), 1, MOST).rows().stream()
                .filter(placement -> !placement.state().isFinal()).toList();
        }
        return mine;
    }

    /** Shifts to come for which she did not apply yet. */
    public List<Choice> getChoices() {
        Formats formats = Formats.in(languages.getLocale());
        return view().shifts().stream()
            .filter(shift -> shift.start().isAfter(clock.instant()))
            .filter(shift -> getMine().stream().noneMatch(placement -> placement.shiftId().equals(shift.id())))
            .map(shift -> new Choice(shift.id(), Texts.of(languages.getLocale(), "apply.shift.label", formats.period(shift.start(), shift.end()),
                shift.open()))).toList();
    }

    public String getBorrower() {
        return view().organisationName();
    }

    /** She says yes; one shift leads to its own page, several to the list. */
    public String apply() {
        if (chosen.isEmpty()) {
            throw new RuleViolation(List.of(Violation.of("applyShifts", "placement.shifts.none")));
        }
        List<PlacementRef> made = placements.apply(new Apply(requestId, chosen, standby));
        notices.done(Texts.of(languages.getLocale(), standby ? "apply.done.standby" : "apply.done.applied"));
        return made.size() == 1 ? "/flexpool/placement?faces-redirect=true&id=" + made.get(0).id()
            : "/flexpool/placements?faces-redirect=true&view=MINE&requestId=" + requestId;
    }

    public List<UUID> getChosen() {
        return chosen;
    }

    public void setChosen(List<UUID> chosen) {
        this.chosen = chosen == null ? new ArrayList<>() : new ArrayList<>(chosen);
    }

    public boolean isStandby() {
        return standby;
    }

    public void setStandby(boolean standby) {
        this.standby = standby;
    }
}
