package nl.vliegwiel.search.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.platform.search.Hit;
import nl.vliegwiel.platform.search.SearchQuery.Narrowed;
import nl.vliegwiel.platform.search.SearchSource.Found;
import nl.vliegwiel.platform.search.SearchSource.Place;
import nl.vliegwiel.search.boundary.SearchService;
import nl.vliegwiel.search.domain.Wanted;

/** What somebody looks for, all in the address: a few of every kind, or one kind page by page. */
@Named("searchPage")
@RequestScoped
public class SearchPage {
    private static final int OF_EACH = 5;
    private static final int SIZE = 20;

    @Inject
    private SearchService search;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private String q;
    private String kind;
    private String tag;
    private UUID space;
    private Boolean solved;
    private Since since;
    private int page;
    private List<Found> found;

    /** How far back. */
    public enum Since {
        MONTH(31), YEAR(366);

        private final int days;

        Since(int days) {
            this.days = days;
        }
    }

    @PostConstruct
    void load() {
        q = text("q");
        tag = text("tag");
        String wanted = text("kind");
        kind = wanted != null && search.kinds().contains(wanted) ? wanted : null;
        String answered = text("solved");
        solved = answered != null && Set.of("true", "false").contains(answered) ? Boolean.valueOf(answered) : null;
        space = id(text("space"));
        String back = text("since");
        since = Since.MONTH.name().equals(back) ? Since.MONTH : Since.YEAR.name().equals(back) ? Since.YEAR : null;
        String number = String.valueOf(request.getParameter("page"));
        page = kind != null && number.matches("[1-9]\\d?") ? Math.min(Integer.parseInt(number), SearchService.DEEPEST / SIZE) : 1;
        Narrowed narrowed = new Narrowed(tag, space, solved, since == null ? null : clock.instant().minus(Duration.ofDays(since.days)));
        found = search.find(q, null, narrowed, kind == null ? OF_EACH : page * SIZE);
    }

    private String text(String name) {
        String value = request.getParameter(name);
        String text = value == null ? "" : value.substring(0, Math.min(value.length(), Wanted.LONGEST)).replaceAll("\\p{Cntrl}|\\p{Cs}", " ").strip();
        return text.isEmpty() ? null : text;
    }

    private static UUID id(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public String getQ() {
        return q;
    }

    public String getKind() {
        return kind;
    }

    public String getTag() {
        return tag;
    }

    public UUID getSpace() {
        return space;
    }

    public Boolean getSolved() {
        return solved;
    }

    public Since getSince() {
        return since;
    }

    public Since[] getSinces() {
        return Since.values();
    }

    /** A filter is set. */
    public boolean isNarrowed() {
        return tag != null || space != null || solved != null || since != null;
    }

    public List<Place> getPlaces() {
        return search.places();
    }

    /** A word was typed. */
    public boolean isAsked() {
        return !Wanted.of(q).isNothing();
    }

    /** Per kind, for the row of choices. */
    public List<Found> getFound() {
        return found;
    }

    /** What is shown: all kinds, or the one that was chosen. */
    public List<Found> getShown() {
        return kind == null ? found : found.stream().filter(one -> one.kind().equals(kind)).toList();
    }

    /** Of a kind, the hits of this page. */
    public List<Hit> hits(Found one) {
        return kind == null ? one.hits().stream().limit(OF_EACH).toList() : one.hits().stream().skip((page - 1L) * SIZE).limit(SIZE).toList();
    }

    public int getTotal() {
        return found.stream().mapToInt(Found::count).sum();
    }

    /** There are more than were counted. */
    public boolean isMore() {
        return found.stream().anyMatch(Found::more);
    }

    public int getPage() {
        return page;
    }

    public int getPages() {
        int count = kind == null ? 0 : getShown().stream().mapToInt(Found::count).sum();
        return Math.min((count + SIZE - 1) / SIZE, SearchService.DEEPEST / SIZE);
    }
}
