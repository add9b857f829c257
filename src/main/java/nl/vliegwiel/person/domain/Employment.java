package nl.vliegwiel.person.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.persistence.VersionedEntity;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** A person works for an organisation, in a function, for some minutes a week. She may have several, at one organisation one at a time. */
@Entity
@Table(name = "employment")
public class Employment extends VersionedEntity {
    public static final int LONGEST_FUNCTION = 120;
    public static final int MOST_MINUTES = 3600;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "function_title")
    private String function;

    @Column(name = "minutes_per_week")
    private int minutesPerWeek;


    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    protected Employment() {
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
