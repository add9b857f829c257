package nl.vliegwiel.flexpool.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PoolService;
import nl.vliegwiel.flexpool.boundary.RequestRows;
import nl.vliegwiel.flexpool.boundary.RequestService;
import nl.vliegwiel.flexpool.domain.PatternSentence;
import nl.vliegwiel.flexpool.domain.RequestFilter;
import nl.vliegwiel.flexpool.domain.RequestFilter.Side;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.flexpool.domain.RequestView;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.web.Languages;

/** The flexpool at a glance: my week, what we ask, where I can help. */
@Named("flexpoolPage")
@RequestScoped
public class FlexpoolPage {
    private static final int SHOWN = 5;
    private static final List<RequestStatus> GOING_ON = List.of(RequestStatus.DRAFT, RequestStatus.PUBLISHED, RequestStatus.PARTLY_FILLED,
        RequestStatus.FILLED, RequestStatus.RUNNING);
    private static final List<RequestStatus> OPEN = List.of(RequestStatus.PUBLISHED, RequestStatus.PARTLY_FILLED);

    @Inject
    private RequestService requests;

    @Inject
    private PoolService pool;

    @Inject
    private CurrentActor actor;

    @Inject
    private Languages languages;

    @Inject
    private ServletContext servlet;

    private RequestRows ours;
    private RequestRows help;

    public boolean isManager() {
        return actor.get().has(Role.HR_MANAGER);
    }

    /** Plans weeks, for a library or a region. */
    public boolean isPlanner() {
        return isManager() || actor.get().has(Role.POI_MODERATOR);
    }

    public boolean isModerator() {
        return actor.get().has(Role.POI_MODERATOR);
    }

    /** Plans or settles anywhere, or keeps the network. */
    public boolean isHealth() {
        return isPlanner() || actor.get().has(Role.FINANCE) || actor.get().isAdmin();
    }

    /** Settles for the library that she acts for. */
    public boolean isMoney() {
        UUID mine = actor.get().actingFor();
        return mine != null && (actor.get().has(Role.HR_MANAGER, mine) || actor.get().has(Role.FINANCE, mine));
    }

    public boolean isEmployee() {
        return actor.get().has(Role.EMPLOYEE);
    }

    /** True as soon as the page of placements is there. */
    public boolean isPlacements() {
        try {
            return servlet.getResource("/flexpool/placements.xhtml") != null;
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The path is a constant", e);
        }
    }

    public boolean isParticipating() {
        return pool.membership().participating();
    }

    /** Her week in one sentence. */
    public String getWeek() {
        return new PatternSentence(languages.getLocale()).of(pool.availability().week());
    }

    public List<RequestView> getOurs() {
        if (ours == null) {
            ours = requests.page(new RequestFilter(GOING_ON, null, null, null, null, Side.OURS), 1, SHOWN);
        }
        return ours.rows();
    }

    public List<RequestView> getHelp() {
        return help().rows();
    }

    public int getHelpTotal() {
        return help().total();
    }

    private RequestRows help() {
        if (help == null) {
            help = requests.page(new RequestFilter(OPEN, null, null, null, null, Side.HELP, requests.now()), 1, SHOWN);
        }
        return help;
    }
}
