package nl.vliegwiel.person.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import nl.vliegwiel.person.boundary.ImportEmployeesService;
import nl.vliegwiel.person.boundary.ImportEmployeesService.Change;
import nl.vliegwiel.person.boundary.ImportEmployeesService.Line;
import nl.vliegwiel.person.boundary.ImportEmployeesService.Report;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Me;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/**
 * Taking over employees from a file in two steps: first what would change, then the change. The file is kept between
 * the steps, so that it need not be chosen again.
 */
@Named
@ViewScoped
public class ImportPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LARGEST = 5_242_880;
    /** More lines than this nobody reads on a page; the counts tell of all. */
    private static final int MOST_SHOWN = 200;

    @Inject
    private transient ImportEmployeesService service;

    @Inject
    private transient Me me;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Languages languages;

    private transient Part file;
    private byte[] kept;
    private String fileName;
    private transient Report report;

    /** First step: nothing changes. */
    public void check() {
        byte[] bytes = bytes();
        if (bytes == null) {
            return;
        }
        kept = bytes;
        look();
    }

    private void look() {
        try {
            report = service.take(me.getActingFor(), kept, true);
        } catch (RuleViolation refused) {
            kept = null;
            notices.error("file", text(refused.key(), refused.arguments()));
        }
    }

    private byte[] bytes() {
        if (file == null || file.getSize() == 0) {
            notices.error("file", text("import.file.missing"));
            return null;
        }
        if (file.getSize() > LARGEST) {
            notices.error("file", text("import.file.tooLarge"));
            return null;
        }
        try (InputStream in = file.getInputStream()) {
            fileName = file.getSubmittedFileName();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Second step. What changed in between is told instead of done. */
    public String take() {
        Report done = service.take(me.getActingFor(), kept, false);
        if (!done.applied()) {
            report = done;
            notices.error(text("import.message.refused"));
            return null;
        }
        notices.done(text("import.message.done", done.created(), done.updated(), done.unchanged()));
        return "/organisation/employees?faces-redirect=true";
    }

    public String again() {
        return "/organisation/import?faces-redirect=true";
    }

    /** Computed anew when the page is shown again, since only the file itself is kept. */
    public Report getReport() {
        if (report == null && kept != null) {
            look();
        }
        return report;
    }

    public boolean isChecked() {
        return kept != null;
    }

    public boolean isFine() {
        return getReport() != null && report.refused() == 0;
    }

    public boolean isNothingToDo() {
        return isFine() && report.created() + report.updated() == 0;
    }

    public List<Line> getRefused() {
        return getReport().lines().stream().filter(line -> !line.faults().isEmpty()).limit(MOST_SHOWN).toList();
    }

    public List<Line> getChanged() {
        return getReport().lines().stream().filter(line -> line.faults().isEmpty() && (!"UNCHANGED".equals(line.outcome()) || !line.notes().isEmpty()))
            .limit(MOST_SHOWN).toList();
    }

    public int getMostShown() {
        return MOST_SHOWN;
    }

    /** The columns of the file, as the API names them. */
    public List<String> getColumns() {
        return ImportEmployeesService.COLUMNS;
    }

    /** What is wrong with a line, as sentences. */
    public List<String> reasons(Line line) {
        return line.faults().stream().map(fault -> {
            String reason = text(fault.key(), fault.arguments().toArray());
            return fault.field().isEmpty() ? reason : text("import.reason", text("import.column." + fault.field()), reason);
        }).toList();
    }

    /** What changes on a line, as sentences. */
    public List<String> changes(Line line) {
        return line.changes().stream().map(change -> text("import.change", text("import.column." + change.field()), said(change, change.before()), said(change, change.after()))).toList();
    }

    /** What HR should know of a line. */
    public List<String> notes(Line line) {
        return line.notes().stream().map(this::text).toList();
    }

    private String said(Change change, Object value) {
        Formats formats = Formats.in(languages.getLocale());
        if (value == null) {
            return text("import.change.nothing");
        }
        if (value instanceof LocalDate date) {
            return formats.date(date);
        }
        return "minutesPerWeek".equals(change.field()) && value instanceof Integer minutes ? formats.hours(minutes) : value.toString();
    }

    private String text(String key, Object... arguments) {
        return Texts.of(languages.getLocale(), key, arguments);
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getFileName() {
        return fileName;
    }
}
