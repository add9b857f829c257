package nl.vliegwiel.flexpool.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.flexpool.domain.RequestView;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Zones;
import nl.vliegwiel.platform.web.Languages;

/** A request in sentences, the same on every page. */
@Named("requestWords")
@RequestScoped
public class RequestWords {
    @Inject
    private Languages languages;

    /** "Bibliotheek Duinrand zoekt 2 mensen in Hilversum." */
    public String who(RequestView request) {
        int most = request.shifts().stream().mapToInt(RequestView.ShiftView::headcount).max().orElse(0);
        return Texts.of(locale(), "request.words.who", request.organisationName(), most, request.place());
    }

    /** "ma 3 mei 2027, 10.00–14.00 uur", or "12 diensten, ma 3 mei 2027 – vr 28 mei 2027". */
    public String when(RequestView request) {
        if (request.shifts().isEmpty()) {
            return Texts.of(locale(), "request.words.noShift");
        }
        Formats formats = Formats.in(locale());
        if (request.shifts().size() == 1) {
            return formats.period(request.firstStart(), request.lastEnd());
        }
        return Texts.of(locale(), "request.words.shifts", request.shifts().size(), formats.date(request.firstStart()), formats.date(request.lastEnd()));
    }

    /** "1 van 2 plekken gevuld". */
    public String filled(RequestView request) {
        return Texts.of(locale(), "request.words.filled", request.filled(), request.seats());
    }

    /** "tot en met vr 30 april 2027" where it ends with a day, else "tot vr 30 april 2027, 12.00 uur". */
    public String deadline(RequestView request) {
        if (request.deadline() == null) {
            return Texts.of(locale(), "request.about.noDeadline");
        }
        Formats formats = Formats.in(locale());
        ZonedDateTime moment = request.deadline().atZone(Zones.AMSTERDAM);
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
            ? Texts.of(locale(), "request.words.throughDay", formats.date(moment.toLocalDate().minusDays(1)))
            : Texts.of(locale(), "request.words.before", formats.dateTime(request.deadline()));
    }

    /** "Alkmaar (Noord-Holland)"; a branch with a name of its own first says that. */
    public String where(RequestView request) {
        String place = request.place() + " (" + request.province() + ")";
        return request.branchName().equals(request.place()) ? place : request.branchName() + ", " + place;
    }

    /** Names of the skills asked for. */
    public String skills(RequestView request) {
        return request.skills().stream().map(skill -> skill.name(locale().getLanguage())).collect(Collectors.joining(", "));
    }

    /** "Je bent al bezig: niveau 2." in the words of the level. */
    public String level(int level) {
        return Texts.of(locale(), "request.level." + level);
    }

    public List<Integer> getLevels() {
        return List.of(1, 2, 3, 4);
    }

    /** Kind of the badge that goes with the state. */
    public String badge(RequestStatus status) {
        return switch (status) {
            case DRAFT, WITHDRAWN, EXPIRED -> "off";
            case PUBLISHED -> "wait";
            case PARTLY_FILLED, RUNNING -> "info";
            case FILLED, DONE -> "ok";
        };
    }

    private Locale locale() {
        return languages.getLocale();
    }
}
