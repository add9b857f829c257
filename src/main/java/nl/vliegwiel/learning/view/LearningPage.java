package nl.vliegwiel.learning.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.learning.boundary.Cohort;
import nl.vliegwiel.learning.boundary.CohortService;
import nl.vliegwiel.learning.domain.CohortState;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;

/** Cohorts; the state and where the list goes on stand in the address. */
@Named
@RequestScoped
public class LearningPage {
    private static final int SIZE = 20;
    private static final int MOST_OWN = 20;

    @Inject
    private CohortService cohorts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor actor;

    private CohortState state;
    private UUID after;
    private List<Cohort> rows;
    private List<Cohort> own;

    @PostConstruct
    void load() {
        state = Arrays.stream(CohortState.values()).filter(one -> one.name().equals(request.getParameter("state"))).findFirst().orElse(null);
        try {
            after = request.getParameter("after") == null ? null : UUID.fromString(request.getParameter("after"));
        } catch (IllegalArgumentException e) {
            after = null;
        }
        rows = cohorts.list(state, false, after, SIZE + 1);
        own = state == null && after == null ? cohorts.list(null, true, null, MOST_OWN) : List.of();
    }

    /** Where the reader takes part, waits or guides. */
    public List<Cohort> getOwn() {
        return own;
    }

    public List<Cohort> getRows() {
        return rows.subList(0, Math.min(SIZE, rows.size()));
    }

    /** Where the rest begins; null at the end. */
    public UUID getNext() {
        return rows.size() > SIZE ? rows.get(SIZE - 1).id() : null;
    }

    public boolean isFurther() {
        return after != null;
    }

    public CohortState getState() {
        return state;
    }

    public CohortState[] getStates() {
        return CohortState.values();
    }

    public boolean isFacilitator() {
        return actor.get().has(Role.FACILITATOR);
    }

    /** Colour beside the word of a state. */
    public String kind(CohortState one) {
        return switch (one) {
            case OPEN -> "ok";
            case FULL -> "wait";
            case RUNNING -> "info";
            default -> "off";
        };
    }
}
