package nl.vliegwiel.flexpool.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.HealthReport;
import nl.vliegwiel.flexpool.boundary.HealthReport.Balance;
import nl.vliegwiel.flexpool.boundary.HealthReport.Figures;
import nl.vliegwiel.flexpool.boundary.HealthReport.Flow;
import nl.vliegwiel.flexpool.boundary.HealthReport.Scope;
import nl.vliegwiel.flexpool.boundary.HealthReport.Spot;
import nl.vliegwiel.flexpool.boundary.HealthService;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;

/** How the pool does: figures, drawings made of plain shapes each with its table, and a map of who helps whom. */
@Named
@RequestScoped
public class HealthPage {
    private static final int MOST_FLOWS = 40;
    private static final int BAR = 20;
    private static final int GAP = 8;
    private static final int HEIGHT = 160;
    private static final int LEFT = 8;
    private static final int WIDE = 180;
    private static final int ROW = 34;
    /** The country in kilometres of its own grid, from the west and the north. */
    private static final double WEST = 10;
    private static final double NORTH = 620;
    private static final double SCALE = 1.7;
    private static final int THICKEST = 9;

    @Inject
    private HealthService health;

    @Inject
    private Languages languages;

    @Inject
    private HttpServletRequest request;

    private HealthReport report;

    /** A column of a drawing: what was asked, and within it what was filled. */
    public record Bar(int x, int top, int height, int filledTop, int filledHeight, String label, Figures figures, String month) {
    }

    /** A row of a drawing. */
    public record Part(int y, int width, String label, int count) {
    }

    /** Somewhere on the map. */
    public record Dot(int x, int y, String name) {
    }

    /** Help on the map, from the one to the other. */
    public record Line(int x1, int y1, int x2, int y2, int width, String said) {
    }

    /** A scope or an id that has no meaning in the address is that of the reader. */
    public HealthReport getReport() {
        if (report == null) {
            Scope scope = Arrays.stream(Scope.values()).filter(one -> one.name().equalsIgnoreCase(request.getParameter("scope"))).findFirst().orElse(Scope.NETWORK);
            String asked = request.getParameter("id");
            try {
                report = health.report(scope, asked == null || asked.isBlank() ? null : UUID.fromString(asked));
            } catch (IllegalArgumentException e) {
                throw new NotFound("health.notFound");
            }
        }
        return report;
    }

    public Figures getSum() {
        return getReport().sum();
    }

    public boolean isNothing() {
        return getSum().seats() == 0 && getSum().plannerMinutes() == 0;
    }

    /** A figure, or a word for "too few to tell". */
    public String said(Integer figure) {
        return figure == null ? text("health.tooFew") : formats().number(figure);
    }

    public String percent(Integer figure) {
        return figure == null ? text("health.tooFew") : formats().number(figure) + "\u00A0%";
    }

    public String hours(Integer minutes) {
        return minutes == null ? text("health.tooFew") : formats().hours(minutes);
    }

    /** "2,5 dagen" out of minutes. */
    public String days(Integer minutes) {
        return minutes == null ? text("health.tooFew") : text("health.days", formats().number(BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(1440), 1, RoundingMode.HALF_UP)));
    }

    public String kilometres(Integer metres) {
        return metres == null ? text("health.tooFew") : text("health.kilometres", formats().number(Math.round(metres / 1000.0)));
    }

    public List<Bar> getBars() {
        int most = Math.max(1, getReport().months().stream().mapToInt(one -> one.figures().seats()).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (HealthReport.Month one : getReport().months()) {
            int asked = Math.round((float) HEIGHT * one.figures().seats() / most);
            int filled = Math.min(asked, Math.round((float) HEIGHT * one.figures().filled() / most));
            bars.add(new Bar(LEFT + bars.size() * (BAR + GAP), HEIGHT - asked + LEFT, asked, HEIGHT - filled + LEFT, filled, month(one.month(), "MMM"), one.figures(),
                month(one.month(), "MMMM yyyy")));
        }
        return bars;
    }

    public int getBarWidth() {
        return BAR;
    }

    public int getChartWidth() {
        return 2 * LEFT + Math.max(1, getReport().months().size()) * (BAR + GAP);
    }

    /** How fast places were filled; empty where too few were. */
    public List<Part> getParts() {
        Figures sum = getSum();
        if (sum.withinDay() == null) {
            return List.of();
        }
        List<Integer> counts = List.of(sum.withinDay(), sum.withinThree(), sum.withinWeek(), sum.later());
        int most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(1));
        List<String> labels = List.of("health.within.day", "health.within.three", "health.within.week", "health.within.later");
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            parts.add(new Part(i * ROW, Math.max(2, Math.round((float) WIDE * counts.get(i) / most)), text(labels.get(i)), counts.get(i)));
        }
        return parts;
    }

    public List<Flow> getFlows() {
        return getReport().flows().stream().limit(MOST_FLOWS).toList();
    }

    /** Libraries with anything to show. */
    public List<Balance> getBalances() {
        return getReport().balances().stream().filter(one -> one.givenMinutes() != null || one.takenMinutes() != null || one.fillPercent() != null).toList();
    }

    public List<Dot> getCountry() {
        return health.outline().stream().map(HealthPage::dot).toList();
    }

    public List<Dot> getDots() {
        return getReport().spots().stream().map(HealthPage::dot).toList();
    }

    private static Dot dot(Spot spot) {
        return new Dot((int) Math.round((spot.xKm() - WEST) * SCALE), (int) Math.round((NORTH - spot.yKm()) * SCALE), spot.name());
    }

    /** The strongest last, so that it lies on top. */
    public List<Line> getLines() {
        Map<UUID, Dot> places = new HashMap<>();
        getReport().spots().forEach(spot -> places.put(spot.id(), dot(spot)));
        int most = Math.max(1, getFlows().stream().mapToInt(Flow::minutes).max().orElse(1));
        return getFlows().stream().sorted(Comparator.comparing(Flow::minutes)).map(flow -> {
            Dot from = places.get(flow.lenderId());
            Dot to = places.get(flow.borrowerId());
            return new Line(from.x(), from.y(), to.x(), to.y(), Math.max(1, Math.round((float) THICKEST * flow.minutes() / most)),
                text("health.flow", flow.lender(), flow.borrower(), formats().hours(flow.minutes())));
        }).toList();
    }

    private String month(LocalDate month, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, languages.getLocale()).format(month);
    }

    private Formats formats() {
        return Formats.in(languages.getLocale());
    }

    private String text(String key, Object... arguments) {
        return Texts.of(languages.getLocale(), key, arguments);
    }
}
