package nl.vliegwiel.person.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.person.boundary.ImportPlan.Change;
import nl.vliegwiel.person.boundary.ImportPlan.Line;
import nl.vliegwiel.person.boundary.ImportPlan.Outcome;
import nl.vliegwiel.person.persistence.ImportQueries.EmploymentRow;
import nl.vliegwiel.person.persistence.ImportQueries.PersonRow;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Violation;
import org.junit.jupiter.api.Test;

class ImportPlanTest {
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 1);
    private static final LocalDate JUNE = LocalDate.of(2027, 6, 1);
    private final PersonRow zoe = new PersonRow(Ids.next(), "zoe@duinrand.example", "Zoë", "Hoff", false);
    private final List<PersonRow> known = new ArrayList<>(List.of(zoe));
    private final List<EmploymentRow> here = new ArrayList<>();

    @Test
    void somebodyNewIsCreatedWithHerEmployment() {
        known.clear();
        ImportPlan plan = plan(row(2, "Zoë", 1440, JANUARY, null));
        assertThat(plan.lines()).extracting(Line::outcome).containsExactly(Outcome.CREATED);
        assertThat(plan.newPeople()).hasSize(1);
        assertThat(plan.newEmployments()).extracting(EmploymentRow::personId).containsExactly(plan.newPeople().get(0).id());
        assertThat(plan.touched()).isEmpty();
    }

    @Test
    void somebodyWhoWorksElsewhereGetsASecondEmploymentAndKeepsHerName() {
        known.set(0, new PersonRow(zoe.id(), zoe.email(), "Zoë", "Hoff", true));
        ImportPlan plan = plan(row(2, "Zoey", 1440, JANUARY, null));
        assertThat(plan.lines()).extracting(Line::outcome, Line::notes).containsExactly(tuple(Outcome.CREATED, List.of("import.note.nameKept")));
        assertThat(plan.newPeople()).isEmpty();
        assertThat(plan.renamed()).isEmpty();
        assertThat(plan.newEmployments()).extracting(EmploymentRow::personId).containsExactly(zoe.id());
        assertThat(plan.touched()).containsExactly(zoe.id());
    }

    @Test
    void theSameFileAgainChangesNothing() {
        employed(1440, JANUARY, null);
        ImportPlan plan = plan(row(2, "Zoë", 1440, JANUARY, null));
        assertThat(plan.lines()).extracting(Line::outcome).containsExactly(Outcome.UNCHANGED);
        assertThat(plan.changedEmployments()).isEmpty();
        assertThat(plan.touched()).isEmpty();
    }

    @Test
    void tellsEachValueThatChanges() {
        employed(1440, JANUARY, null);
        ImportPlan plan = plan(row(2, "Zoey", 960, JANUARY, JUNE));
        assertThat(plan.lines().get(0).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(plan.lines().get(0).changes()).containsExactly(new Change("name", "Zoë Hoff", "Zoey Hoff"),
            new Change("minutesPerWeek", 1440, 960), new Change("endDate", null, JUNE));
        assertThat(plan.renamed()).extracting(PersonRow::givenName).containsExactly("Zoey");
    }

    @Test
    void anEmploymentThatSharesDaysIsTheSameOneWithAnotherFirstDay() {
        employed(1440, JANUARY, null);
        ImportPlan plan = plan(row(2, "Zoë", 1440, JUNE, null));
        assertThat(plan.lines().get(0).changes()).containsExactly(new Change("startDate", JANUARY, JUNE));
        assertThat(plan.newEmployments()).isEmpty();
    }

    @Test
    void anEmploymentAfterAFormerOneIsNew() {
        employed(1440, JANUARY, JUNE.minusDays(1));
        assertThat(plan(row(2, "Zoë", 1440, JUNE, null)).newEmployments()).hasSize(1);
    }

    @Test
    void aPeriodOverTwoEmploymentsIsRefused() {
        employed(1440, JANUARY, JUNE.minusDays(1));
        employed(1440, JUNE, null);
        ImportPlan plan = plan(row(2, "Zoë", 1440, JANUARY, null));
        assertThat(plan.lines().get(0).faults()).extracting(Violation::key).containsExactly("import.period.overlap");
        assertThat(plan.changedEmployments()).isEmpty();
    }

    @Test
    void theSecondLineWithOneAddressIsRefusedAndNamesTheFirst() {
        ImportPlan plan = plan(row(2, "Zoë", 1440, JANUARY, null), row(7311, "Zoë", 1440, JUNE, null));
        assertThat(plan.lines()).extracting(Line::outcome).containsExactly(Outcome.CREATED, Outcome.REFUSED);
        assertThat(plan.lines().get(1).faults()).containsExactly(Violation.of("email", "import.email.twice", "2"));
        assertThat(plan.lines().get(1).line()).isEqualTo(7311);
    }

    @Test
    void aFileWithoutAColumnForTheEndKeepsTheEndThatIsKnown() {
        employed(1440, JANUARY, JUNE);
        ImportPlan keeping = new ImportPlan(Ids::next, known, here);
        keeping.add(List.of(row(2, "Zoë", 1440, JANUARY, null)), true);
        assertThat(keeping.lines()).extracting(Line::outcome).containsExactly(Outcome.UNCHANGED);
        assertThat(plan(row(2, "Zoë", 1440, JANUARY, null)).lines().get(0).changes()).containsExactly(new Change("endDate", JUNE, null));
    }

    private void employed(int minutes, LocalDate from, LocalDate until) {
        here.add(new EmploymentRow(UUID.fromString("01926b00-0000-7000-8000-00000000000" + here.size()), zoe.id(), "Balie", minutes, 32, from, until));
    }

    private ImportPlan plan(ImportRow... rows) {
        ImportPlan plan = new ImportPlan(Ids::next, known, here);
        plan.add(List.of(rows), false);
        return plan;
    }

    private static ImportRow row(int line, String givenName, int minutes, LocalDate from, LocalDate until) {
        return new ImportRow(line, "zoe@duinrand.example", givenName, "Hoff", "Balie", minutes, null, from, until, List.of());
    }
}
