package nl.vliegwiel.person.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.vliegwiel.platform.persistence.VersionedEntity;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** A person works for an organisation, in a function, for some minutes a week. She may have several, at one organisation one at a time. */
@Entity
@Table(name = "employment")
public class Employment extends VersionedEntity {
    public static final int LONGEST_FUNCTION = 120;
    public static final int LONGEST_NUMBER = 20;
    public static final int MOST_MINUTES = 3600;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "function_title")
    private String function;

    @Column(name = "minutes_per_week")
    private int minutesPerWeek;

    @Column(name = "place_id")
    private Integer placeId;

    @Column(name = "employee_number")
    private String employeeNumber;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    protected Employment() {
    }

    private Employment(UUID id) {
        super(id);
    }

    /** Somebody begins at an organisation. */
    public static Employment begin(UUID id, UUID personId, UUID organisationId, Terms terms) {
        Employment employment = new Employment(id);
        employment.personId = personId;
        employment.organisationId = organisationId;
        employment.change(terms);
        return employment;
    }

    /**
     * What was agreed between her and the library.
     *
     * @param minutesPerWeek by contract
     * @param placeId where the work is usually done; null when not said
     * @param employeeNumber what the payroll calls it; null for none
     * @param firstDay first day of work
     * @param lastDay last day of work; null for an open end
     */
    public record Terms(String function, int minutesPerWeek, Integer placeId, String employeeNumber, LocalDate firstDay, LocalDate lastDay) {
    }

    /**
     * @return the names of what changed; empty for nothing
     * @throws RuleViolation when the last day lies before the first
     */
    public List<String> change(Terms terms) {
        if (terms.lastDay() != null && terms.lastDay().isBefore(terms.firstDay())) {
            throw new RuleViolation(List.of(Violation.of("endDate", "employment.end.beforeStart", terms.firstDay())));
        }
        List<String> changed = new ArrayList<>();
        differs("function", function, terms.function(), changed);
        differs("minutesPerWeek", minutesPerWeek, terms.minutesPerWeek(), changed);
        differs("place", placeId, terms.placeId(), changed);
        differs("employeeNumber", employeeNumber, terms.employeeNumber(), changed);
        differs("startsOn", startsOn, terms.firstDay(), changed);
        differs("endsOn", endsOn, terms.lastDay(), changed);
        function = terms.function();
        minutesPerWeek = terms.minutesPerWeek();
        placeId = terms.placeId();
        employeeNumber = terms.employeeNumber();
        startsOn = terms.firstDay();
        endsOn = terms.lastDay();
        return changed;
    }

    private static void differs(String name, Object before, Object after, List<String> changed) {
        if (!Objects.equals(before, after)) {
            changed.add(name);
        }
    }

    /**
     * @param lastDay last day of work, at or after the first
     * @throws RuleViolation when it lies before the first
     */
    public void endOn(LocalDate lastDay) {
        if (lastDay.isBefore(startsOn)) {
            throw new RuleViolation(List.of(Violation.of("endsOn", "employment.end.beforeStart", startsOn)));
        }
        endsOn = lastDay;
    }

    public UUID personId() {
        return personId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public String function() {
        return function;
    }

    public int minutesPerWeek() {
        return minutesPerWeek;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }
}
