package nl.vliegwiel.person.boundary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.vliegwiel.person.persistence.ImportQueries.EmploymentRow;
import nl.vliegwiel.person.persistence.ImportQueries.PersonRow;
import nl.vliegwiel.platform.rule.Violation;

/**
 * What a file of employees would change, found without changing anything. A person is known by her mail address; an
 * employment by its first day, else by the days it shares with the one in the file.
 */
final class ImportPlan {
    /** What becomes of a line. */
    enum Outcome {
        CREATED, UPDATED, UNCHANGED, REFUSED
    }

    /** One value that changes; before is null where there was none. */
    record Change(String field, Object before, Object after) {
    }

    /** A line with what becomes of it. Notes are message keys of what HR should know. */
    record Line(int line, String email, String name, Outcome outcome, List<Change> changes, List<String> notes, List<Violation> faults) {
    }

    private final Supplier<UUID> ids;
    private final Map<String, PersonRow> people = new HashMap<>();
    private final Map<UUID, List<EmploymentRow>> employments = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<PersonRow> newPeople = new ArrayList<>();
    private final List<PersonRow> renamed = new ArrayList<>();
    private final List<EmploymentRow> newEmployments = new ArrayList<>();
    private final List<EmploymentRow> changedEmployments = new ArrayList<>();
    private final Set<UUID> touched = new LinkedHashSet<>();

    /**
     * @param ids gives ids for new people and employments
     * @param known people with these addresses
     * @param here their employments at the organisation of the file
     */
    ImportPlan(Supplier<UUID> ids, List<PersonRow> known, List<EmploymentRow> here) {
        this.ids = ids;
        known.forEach(person -> people.put(person.email(), person));
        here.forEach(employment -> employments.computeIfAbsent(employment.personId(), person -> new ArrayList<>()).add(employment));
    }

    /** @param keepsEnd for each line, whether an end that is known stays when the file has no column for it */
    void add(List<ImportRow> rows, boolean keepsEnd) {
        Map<String, Integer> seen = new HashMap<>();
        for (ImportRow row : rows) {
            Integer first = row.isReadable() ? seen.putIfAbsent(row.email(), row.line()) : null;
            if (!row.isReadable()) {
                refuse(row, row.faults());
            } else if (first != null) {
                refuse(row, List.of(Violation.of("email", "import.email.twice", String.valueOf(first))));
            } else {
                plan(row, keepsEnd);
            }
        }
    }

    private void plan(ImportRow row, boolean keepsEnd) {
        PersonRow person = people.get(row.email());
        if (person == null) {
            PersonRow added = new PersonRow(ids.get(), row.email(), row.givenName(), row.familyName(), false);
            newPeople.add(added);
            employ(row, added.id());
            tell(row, Outcome.CREATED, List.of(), List.of());
            return;
        }
        List<EmploymentRow> here = employments.getOrDefault(person.id(), List.of());
        List<EmploymentRow> shared = here.stream().filter(one -> one.overlaps(row.startsOn(), row.endsOn())).toList();
        EmploymentRow same = here.stream().filter(one -> one.startsOn().equals(row.startsOn())).findFirst()
            .orElse(shared.size() == 1 ? shared.get(0) : null);
        LocalDate end = row.endsOn() == null && keepsEnd && same != null ? same.endsOn() : row.endsOn();
        if (shared.stream().anyMatch(one -> one != same && one.overlaps(row.startsOn(), end))) {
            refuse(row, List.of(Violation.of("startDate", "import.period.overlap")));
            return;
        }
        if (end != null && end.isBefore(row.startsOn())) {
            refuse(row, List.of(Violation.of("startDate", "import.end.beforeStart")));
            return;
        }
        List<Change> changes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        name(row, person, changes, notes);
        if (same == null) {
            employ(row, person.id());
            touched.add(person.id());
            tell(row, Outcome.CREATED, changes, notes);
            return;
        }
        EmploymentRow wanted = new EmploymentRow(same.id(), same.personId(), row.function(), row.minutesPerWeek(),
            row.placeId() == null ? same.placeId() : row.placeId(), row.startsOn(), end);
        compare("function", same.function(), wanted.function(), changes);
        compare("minutesPerWeek", same.minutesPerWeek(), wanted.minutesPerWeek(), changes);
        compare("place", same.placeId(), wanted.placeId(), changes);
        compare("startDate", same.startsOn(), wanted.startsOn(), changes);
        compare("endDate", same.endsOn(), wanted.endsOn(), changes);
        if (!wanted.equals(same)) {
            changedEmployments.add(wanted);
            touched.add(person.id());
        }
        tell(row, changes.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATED, changes, notes);
    }

    /** A name is only corrected while nobody else employs her and she did not sign on: then it is hers. */
    private void name(ImportRow row, PersonRow person, List<Change> changes, List<String> notes) {
        String before = person.givenName() + " " + person.familyName();
        if (person.givenName().equals(row.givenName()) && person.familyName().equals(row.familyName())) {
            return;
        }
        if (person.nameIsHers()) {
            notes.add("import.note.nameKept");
            return;
        }
        renamed.add(new PersonRow(person.id(), person.email(), row.givenName(), row.familyName(), false));
        changes.add(new Change("name", before, row.givenName() + " " + row.familyName()));
        touched.add(person.id());
    }

    private void employ(ImportRow row, UUID personId) {
        newEmployments.add(new EmploymentRow(ids.get(), personId, row.function(), row.minutesPerWeek(), row.placeId(), row.startsOn(), row.endsOn()));
    }

    private static void compare(String field, Object before, Object after, List<Change> changes) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(field, before, after));
        }
    }

    private void refuse(ImportRow row, List<Violation> faults) {
        lines.add(new Line(row.line(), row.email(), fullName(row), Outcome.REFUSED, List.of(), List.of(), faults));
    }

    private void tell(ImportRow row, Outcome outcome, List<Change> changes, List<String> notes) {
        lines.add(new Line(row.line(), row.email(), fullName(row), outcome, List.copyOf(changes), List.copyOf(notes), List.of()));
    }

    private static String fullName(ImportRow row) {
        return (row.givenName() + " " + row.familyName()).strip();
    }

    List<Line> lines() {
        return lines;
    }

    int count(Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    List<PersonRow> newPeople() {
        return newPeople;
    }

    List<PersonRow> renamed() {
        return renamed;
    }

    List<EmploymentRow> newEmployments() {
        return newEmployments;
    }

    List<EmploymentRow> changedEmployments() {
        return changedEmployments;
    }

    /** People who were known before and of whom something changes. */
    List<UUID> touched() {
        return List.copyOf(touched);
    }
}
