package nl.vliegwiel.person.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.vliegwiel.person.boundary.RetentionService;
import nl.vliegwiel.person.boundary.RetentionService.KeptLine;
import nl.vliegwiel.platform.privacy.RetentionRule;
import nl.vliegwiel.platform.privacy.RetentionStore.Choice;
import nl.vliegwiel.platform.privacy.RetentionStore.Run;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;

/** What is kept about the reader and until when; for administrators how the clock ran. */
@Named
@RequestScoped
public class RetentionPage {
    private static final int MONTHS_OF_A_YEAR = 12;

    @Inject
    private RetentionService retention;

    @Inject
    private Languages languages;

    private List<KeptLine> lines;
    private List<Run> runs;
    private List<Choice> shorter;

    public List<KeptLine> getLines() {
        if (lines == null) {
            lines = retention.mine();
        }
        return lines;
    }

    /** Where one of her libraries keeps shorter. */
    public List<Choice> getShorter() {
        if (shorter == null) {
            shorter = retention.shorter();
        }
        return shorter;
    }

    public boolean isMayReadRuns() {
        return retention.mayReadRuns();
    }

    public List<Run> getRuns() {
        if (runs == null) {
            runs = retention.runs();
        }
        return runs;
    }

    /** The ground in the reader's language; the rule's own words where there are none. */
    public String ground(String kind, String source) {
        String key = "RetentionGround." + kind;
        return Texts.has(languages.getLocale(), key) ? text(key) : source;
    }

    /** How long, in years where they are whole. */
    public String time(KeptLine line) {
        if (line.action() == RetentionRule.Action.KEEP) {
            return text("retention.always");
        }
        String event = text("RetentionEvent." + line.event());
        if (line.months() == 0) {
            return text("retention.untilEvent", event);
        }
        boolean years = line.months() % MONTHS_OF_A_YEAR == 0;
        return text(years ? "retention.years" : "retention.months", years ? line.months() / MONTHS_OF_A_YEAR : line.months(), event);
    }

    private String text(String key, Object... arguments) {
        return Texts.of(languages.getLocale(), key, arguments);
    }
}
