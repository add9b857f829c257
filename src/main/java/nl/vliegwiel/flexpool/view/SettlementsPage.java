package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.boundary.SettlementOverview;
import nl.vliegwiel.flexpool.boundary.SettlementOverview.Counterpart;
import nl.vliegwiel.flexpool.boundary.SettlementService;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** What our library settles in a quarter: what is open, what a run would add, what was sent and paid, per counterpart. */
@Named
@ViewScoped
public class SettlementsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_QUARTERS = 8;

    @Inject
    private SettlementService service;

    @Inject
    private CurrentActor actor;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private UUID organisationId;
    private LocalDate start;
    private boolean leaveOpen;
    private transient SettlementOverview overview;

    /** A quarter that has no meaning in the address is the last one that is over. */
    public void load() {
        organisationId = actor.get().actingFor();
        if (organisationId == null) {
            throw new NotFound("settlement.notFound");
        }
        start = Quarter.parse(request.getParameter("quarter")).map(Quarter::start).orElse(null);
        start = getOverview().quarter().start();
    }

    /** What is drawn is what holds now. */
    public void draw() {
        overview = null;
    }

    public SettlementOverview getOverview() {
        if (overview == null) {
            overview = service.overview(organisationId, start == null ? null : new Quarter(start), null);
        }
        return overview;
    }

    public Quarter getQuarter() {
        return getOverview().quarter();
    }

    /** Those with something in them, and the one that is shown; youngest first. */
    public List<Quarter> getQuarters() {
        return Stream.concat(getOverview().quarters().stream(), Stream.of(getQuarter())).distinct().sorted(Comparator.comparing(Quarter::start).reversed()).limit(MOST_QUARTERS).toList();
    }

    /** She may look at the placements behind it, too. */
    public boolean isPlacements() {
        return actor.get().readsAsManager(organisationId);
    }

    /** Work that both employers agreed to and that stands in no draft yet. */
    public boolean isSomethingToRun() {
        return getOverview().counterparts().stream().flatMap(one -> one.settlements().stream()).anyMatch(view -> view.id() == null) || !getOverview().missing().isEmpty();
    }

    public boolean isSomethingOpen() {
        return getOverview().counterparts().stream().anyMatch(one -> !one.open().isEmpty());
    }

    /** The counterpart has anything in this quarter, and not only in those before. */
    public boolean shows(Counterpart one) {
        return !one.settlements().isEmpty() || !one.open().isEmpty();
    }

    public boolean isNothing() {
        return getOverview().counterparts().stream().noneMatch(this::shows) && getOverview().missing().isEmpty();
    }

    /** Some year to show beside it. */
    public boolean isYear() {
        return getOverview().counterparts().stream().anyMatch(one -> one.year() != null);
    }

    public String run() {
        service.run(organisationId, new Quarter(start), null, leaveOpen);
        notices.done(Texts.of(languages.getLocale(), "settlement.done.run"));
        return "/flexpool/settlements?faces-redirect=true&quarter=" + new Quarter(start).name();
    }

    public boolean isLeaveOpen() {
        return leaveOpen;
    }

    public void setLeaveOpen(boolean leaveOpen) {
        this.leaveOpen = leaveOpen;
    }
}
