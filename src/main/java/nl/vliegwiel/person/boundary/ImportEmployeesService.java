package nl.vliegwiel.person.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.vliegwiel.organisation.Place;
import nl.vliegwiel.organisation.Places;
import nl.vliegwiel.person.EmploymentChanged;
import nl.vliegwiel.person.boundary.ImportPlan.Outcome;
import nl.vliegwiel.person.persistence.EmployeeQueries;
import nl.vliegwiel.person.persistence.ImportQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** Takes over the employees of an organisation from a file, all or nothing. */
@UseCase
public class ImportEmployeesService {
    /** Columns of the file in the usual order; place and endDate may be left out. */
    public static final List<String> COLUMNS = Arrays.stream(EmployeeFile.Column.values()).map(EmployeeFile.Column::field).toList();

    @Inject
    private ImportQueries queries;

    @Inject
    private EmployeeQueries employees;

    @Inject
    private Places places;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<EmploymentChanged> changed;

    /**
     * What a file does, or would do.
     *
     * @param applied false for a dry run, and whenever one line was refused
     * @param lines all lines in the order of the file
     */
    public record Report(boolean applied, int created, int updated, int unchanged, int refused, List<Line> lines) {
    }

    /**
     * One line of the file.
     *
     * @param outcome CREATED, UPDATED, UNCHANGED or REFUSED
     * @param notes message keys of what HR should know
     * @param faults why it was refused
     */
    public record Line(int line, String email, String name, String outcome, List<Change> changes, List<String> notes, List<Violation> faults) {
    }

    /** One value that changes, places by their name. */
    public record Change(String field, Object before, Object after) {
    }

    /**
     * @param organisationId whose employees these are
     * @param file as uploaded
     * @param dryRun true to be told only
     * @return what changed, or would change; nothing changes when one line is refused
     * @throws RuleViolation when the file as a whole cannot be read
     */
    public Report take(UUID organisationId, byte[] file, boolean dryRun) {
        PersonPolicy.requireManage(actor.get(), organisationId);
        List<EmployeeFile.Row> rows = EmployeeFile.read(file);
        String province = employees.province(organisationId).orElse(null);
        Map<String, List<Place>> found = new HashMap<>();
        List<ImportRow> employeesInFile = rows.stream()
            .map(row -> ImportRow.of(row, name -> found.computeIfAbsent(name, text -> places.named(text, province)))).toList();
        Set<String> emails = employeesInFile.stream().filter(ImportRow::isReadable).map(ImportRow::email).collect(Collectors.toSet());
        ImportPlan plan = new ImportPlan(Ids::next, queries.people(organisationId, emails), queries.employments(organisationId, emails));
        plan.add(employeesInFile, rows.stream().noneMatch(row -> row.values().containsKey(EmployeeFile.Column.END_DATE)));
        boolean apply = !dryRun && plan.count(Outcome.REFUSED) == 0;
        if (apply) {
            apply(organisationId, plan);
        }
        return report(plan, apply);
    }

    private void apply(UUID organisationId, ImportPlan plan) {
        queries.addPeople(plan.newPeople(), clock.instant());
        queries.rename(plan.renamed());
        // First what makes room, then what takes it: an employment that ends earlier lets the next one begin
        queries.changeEmployments(organisationId, plan.changedEmployments());
        queries.addEmployments(organisationId, plan.newEmployments());
        audit.recordAll(actor.get(), "imported", "person", plan.newPeople().stream().map(ImportQueries.PersonRow::id).toList(), organisationId, Map.of("new", true));
        audit.recordAll(actor.get(), "imported", "person", plan.touched(), organisationId, Map.of("new", false));
        audit.record(actor.get(), "employeesImported", "organisation", organisationId, organisationId,
            Map.of("created", plan.count(Outcome.CREATED), "updated", plan.count(Outcome.UPDATED), "unchanged", plan.count(Outcome.UNCHANGED)));
        plan.touched().forEach(person -> changed.fire(new EmploymentChanged(person, organisationId, actor.get().personId())));
    }

    private Report report(ImportPlan plan, boolean applied) {
        Set<Integer> placeIds = plan.lines().stream().flatMap(line -> line.changes().stream()).filter(change -> "place".equals(change.field()))
            .flatMap(change -> Stream.of(change.before(), change.after())).filter(Integer.class::isInstance).map(Integer.class::cast)
            .collect(Collectors.toSet());
        Map<Integer, Place> names = placeIds.isEmpty() ? Map.of() : places.find(placeIds);
        List<Line> lines = plan.lines().stream().map(line -> new Line(line.line(), line.email(), line.name(), line.outcome().name(),
            line.changes().stream().map(change -> told(change, names)).toList(), line.notes(), line.faults())).toList();
        return new Report(applied, plan.count(Outcome.CREATED), plan.count(Outcome.UPDATED), plan.count(Outcome.UNCHANGED),
            plan.count(Outcome.REFUSED), lines);
    }

    private static Change told(ImportPlan.Change change, Map<Integer, Place> names) {
        return "place".equals(change.field())
            ? new Change(change.field(), name(change.before(), names), name(change.after(), names))
            : new Change(change.field(), change.before(), change.after());
    }

    private static Object name(Object placeId, Map<Integer, Place> names) {
        return placeId instanceof Integer id && names.containsKey(id) ? names.get(id).label() : null;
    }
}
