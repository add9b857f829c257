package nl.vliegwiel.flexpool.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.boundary.RankingLogService;
import nl.vliegwiel.flexpool.boundary.RankingLogService.Line;
import nl.vliegwiel.flexpool.domain.ranking.ScorePart;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import org.omnifaces.cdi.Param;

/** Which rankings of a request were shown to whom. */
@Named
@RequestScoped
public class RankingsPage {
    private static final int ROWS = 50;
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d)\\b");
    private static final Map<ScorePart, String> FIELDS = Map.of(ScorePart.SKILL_FIT, "skillFit", ScorePart.TRAVEL, "travel", ScorePart.HOURS_BALANCE, "hoursBalance",
        ScorePart.FAIR_SPREAD, "fairSpread", ScorePart.KNOWS_PLACE, "knowsPlace");

    @Inject
    private RankingLogService log;

    @Inject
    private Languages languages;

    @Inject
    @Param
    private String id;

    @Inject
    @Param
    private String after;

    private UUID requestId;
    private List<Line> found;

    /** View action. @throws NotFound for an address of no request */
    public void load() {
        try {
            requestId = UUID.fromString(String.valueOf(id));
        } catch (IllegalArgumentException e) {
            throw new NotFound("request.notFound");
        }
        found = log.lines(requestId, after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : 0, ROWS + 1);
    }

    public List<Line> getRows() {
        return found.subList(0, Math.min(ROWS, found.size()));
    }

    /** Number of the last row when there are more; null otherwise. */
    public Long getNext() {
        return found.size() > ROWS ? found.get(ROWS - 1).number() : null;
    }

    /** By which rules, with the dates in it as people write them. */
    public String rules(Line line) {
        Formats formats = Formats.in(languages.getLocale());
        return DATE.matcher(line.rules()).replaceAll(found -> formats.date(LocalDate.parse(found.group())));
    }

    /** The five parts with what they weighed. */
    public String weights(Line line) {
        return FIELDS.entrySet().stream().sorted(Map.Entry.comparingByKey())
            .map(part -> Texts.of(languages.getLocale(), "ScorePart." + part.getKey()) + " " + line.weights().get(part.getValue()))
            .collect(Collectors.joining(", "));
    }

    public UUID getRequestId() {
        return requestId;
    }
}
