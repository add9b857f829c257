package nl.vliegwiel.flexpool.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.vliegwiel.flexpool.boundary.HoursSheet;
import nl.vliegwiel.flexpool.domain.hours.HoursState;
import nl.vliegwiel.flexpool.domain.hours.HoursStep;
import nl.vliegwiel.flexpool.domain.hours.WorkedHours;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;

/** Hours in words. */
@Named
@ApplicationScoped
public class HoursWords {
    @Inject
    private Languages languages;

    public String kind(HoursState state) {
        return switch (state) {
            case OPEN, ENTERED -> "wait";
            case SUBMITTED, CONFIRMED -> "info";
            case APPROVED -> "ok";
            case REJECTED -> "danger";
        };
    }

    /** "10.00–14.00, pauze 30 minuten, reistijd 50 minuten; samen 3 uur 30". */
    public String sentence(WorkedHours hours) {
        Formats formats = Formats.in(languages.getLocale());
        return Texts.of(languages.getLocale(), "hours.sentence", formats.period(hours.start(), hours.end()), hours.breakMinutes(), hours.travelMinutes(),
            formats.hours(hours.netMinutes()));
    }

    /** State of one of the three steps: done, now, todo or stopped. */
    public String step(HoursSheet sheet, String step) {
        HoursStep asked = HoursStep.valueOf(step);
        HoursState state = sheet.state();
        if (state == HoursState.REJECTED) {
            return asked == HoursStep.SUBMITTED ? "now" : "todo";
        }
        int reached = switch (state) {
            case OPEN, ENTERED, REJECTED -> 0;
            case SUBMITTED -> 1;
            case CONFIRMED -> 2;
            case APPROVED -> 3;
        };
        int place = asked.ordinal();
        return place < reached ? "done" : place == reached ? "now" : "todo";
    }

    /** Who took this step for the present entry; null as long as nobody did. */
    public HoursSheet.Step taken(HoursSheet sheet, String step) {
        return "done".equals(step(sheet, step)) ? sheet.last(HoursStep.valueOf(step)) : null;
    }
}
