package nl.vliegwiel.flexpool.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.RequestRows;
import nl.vliegwiel.flexpool.boundary.RequestService;
import nl.vliegwiel.flexpool.domain.RequestChoices.CatalogueSkill;
import nl.vliegwiel.flexpool.domain.RequestFilter;
import nl.vliegwiel.flexpool.domain.RequestFilter.Side;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.flexpool.domain.RequestView;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.time.Zones;

/** Requests of our own and those where somebody can help; filters stand in the address, and what makes no sense there is left out. */
@Named("requestsPage")
@RequestScoped
public class RequestsPage {
    private static final int SIZE = 20;
    private static final int FURTHEST = 500;
    /** What somebody can still react to. */
    private static final List<RequestStatus> OPEN = List.of(RequestStatus.PUBLISHED, RequestStatus.PARTLY_FILLED);

    @Inject
    private RequestService requests;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    private Side side;
    private RequestStatus status;
    private String province;
    private UUID skill;
    private LocalDate from;
    private LocalDate to;
    private int page;
    private RequestRows rows;

    @PostConstruct
    void load() {
        Actor who = actor.get();
        side = isManager() ? Side.OURS : Side.HELP;
        for (Side one : Side.values()) {
            if (one.name().equalsIgnoreCase(parameter("side")) && (one != Side.OURS || isManager()) && (one != Side.ALL || !who.regionLibraries().isEmpty())) {
                side = one;
            }
        }
        status = Arrays.stream(RequestStatus.values()).filter(one -> one.name().equals(parameter("status"))).findFirst().orElse(null);
        province = parameter("province").isEmpty() ? null : parameter("province");
        skill = requests.skills().stream().map(CatalogueSkill::id).filter(id -> id.toString().equals(parameter("skill"))).findFirst().orElse(null);
        from = date("from");
        to = date("to");
        page = page();
        List<RequestStatus> statuses = status != null ? List.of(status) : side == Side.HELP ? OPEN : List.of();
        RequestFilter filter = new RequestFilter(statuses, province, skill, begin(from), to == null ? null : begin(to.plusDays(1)), side,
            side == Side.HELP && status == null ? requests.now() : null);
        rows = requests.page(filter, page, SIZE);
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null || value.length() > 100 || value.indexOf('\u0000') >= 0 ? "" : value.strip();
    }

    private LocalDate date(String name) {
        try {
            LocalDate date = parameter(name).isEmpty() ? null : LocalDate.parse(parameter(name));
            return date == null || date.getYear() < 2000 || date.getYear() > 2100 ? null : date;
        } catch (DateTimeException notADate) {
            // An address that somebody changed by hand: as if the filter were not there
            return null;
        }
    }

    private static Instant begin(LocalDate date) {
        return date == null ? null : date.atStartOfDay(Zones.AMSTERDAM).toInstant();
    }

    private int page() {
        return parameter("page").matches("[1-9]\\d{0,2}") ? Math.min(FURTHEST, Integer.parseInt(parameter("page"))) : 1;
    }

    public boolean isManager() {
        return actor.get().has(Role.HR_MANAGER);
    }

    public boolean isModerator() {
        return !actor.get().regionLibraries().isEmpty();
    }

    public boolean isFiltered() {
        return status != null || province != null || skill != null || from != null || to != null;
    }

    public String getSide() {
        return side.name().toLowerCase(Locale.ROOT);
    }

    public List<RequestView> getRows() {
        return rows.rows();
    }

    public int getTotal() {
        return rows.total();
    }

    public int getPage() {
        return page;
    }

    public int getPages() {
        return (rows.total() + SIZE - 1) / SIZE;
    }

    public RequestStatus getStatus() {
        return status;
    }

    /** States that make sense to choose: drafts are only ever one's own. */
    public List<RequestStatus> getStatuses() {
        return Arrays.stream(RequestStatus.values()).filter(one -> side == Side.OURS || one != RequestStatus.DRAFT).toList();
    }

    public String getProvince() {
        return province;
    }

    public List<String> getProvinces() {
        return requests.provinces();
    }

    public UUID getSkill() {
        return skill;
    }

    public List<CatalogueSkill> getSkills() {
        return requests.skills();
    }

    public LocalDate getFrom() {
        return from;
    }

    public LocalDate getTo() {
        return to;
    }
}
