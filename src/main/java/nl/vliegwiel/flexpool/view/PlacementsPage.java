package nl.vliegwiel.flexpool.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PlacementDetail;
import nl.vliegwiel.flexpool.boundary.PlacementFilter;
import nl.vliegwiel.flexpool.boundary.PlacementRows;
import nl.vliegwiel.flexpool.boundary.PlacementRows.View;
import nl.vliegwiel.flexpool.boundary.PlacementService;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.platform.time.Zones;

/** Placements that concern me; filters and page stand in the address. */
@Named
@RequestScoped
public class PlacementsPage {
    private static final int SIZE = 20;

    @Inject
    private PlacementService placements;

    @Inject
    private HttpServletRequest request;

    private View view;
    private PlacementState state;
    private UUID requestId;
    private LocalDate from;
    private LocalDate to;
    private int page;
    private PlacementRows found;

    /** What has no meaning in the address is as if it was not there. */
    @PostConstruct
    void read() {
        view = constant(View.class, "view", View.ALL);
        state = constant(PlacementState.class, "state", null);
        requestId = id(request.getParameter("requestId"));
        from = day(request.getParameter("from"));
        to = day(request.getParameter("to"));
        page = number(request.getParameter("page"));
    }

    public List<PlacementDetail> getRows() {
        return found().rows();
    }

    public int getTotal() {
        return found().total();
    }

    public int getPages() {
        return Math.max(1, (getTotal() + SIZE - 1) / SIZE);
    }

    public int getPage() {
        return page;
    }

    public View getView() {
        return view;
    }

    public View[] getViews() {
        return View.values();
    }

    public PlacementState getState() {
        return state;
    }

    public PlacementState[] getStates() {
        return PlacementState.values();
    }

    public UUID getRequestId() {
        return requestId;
    }

    public LocalDate getFrom() {
        return from;
    }

    public LocalDate getTo() {
        return to;
    }

    public boolean isFiltered() {
        return view != View.ALL || state != null || requestId != null || from != null || to != null;
    }

    private PlacementRows found() {
        if (found == null) {
            found = placements.page(view, new PlacementFilter(state, requestId, midnight(from), midnight(to == null ? null : to.plusDays(1))), page, SIZE);
        }
        return found;
    }

    private static Instant midnight(LocalDate day) {
        return day == null ? null : day.atStartOfDay(Zones.AMSTERDAM).toInstant();
    }

    private <E extends Enum<E>> E constant(Class<E> type, String name, E otherwise) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(request.getParameter(name))) {
                return one;
            }
        }
        return otherwise;
    }

    private static LocalDate day(String value) {
        try {
            LocalDate day = value == null || value.isBlank() ? null : LocalDate.parse(value);
            return day == null || day.getYear() < 2000 || day.getYear() > 2100 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static UUID id(String value) {
        try {
            return value == null || value.isBlank() ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static int number(String value) {
        return value != null && value.matches("[1-9]\\d{0,5}") ? Integer.parseInt(value) : 1;
    }
}
