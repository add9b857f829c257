package nl.vliegwiel.organisation.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import nl.vliegwiel.platform.rule.RuleViolation;

/** A code given to an organisation. It never changes once given; what ends is its use as the current one (R19). */
@Entity
@Table(name = "isil_code")
public class IsilCode {
    @Id
    @Column(name = "isil")
    private String isil;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "branch_id")
    private UUID branchId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    protected IsilCode() {
    }

    public IsilCode(Isil code, UUID organisationId, LocalDate validFrom) {
        this.isil = code.code();
        this.organisationId = organisationId;
        this.validFrom = validFrom;
    }

    /**
     * @param firstDayWithout from this day another code is the current one
     * @throws RuleViolation {@code organisation.isil.sameDay} when that is not later than its first day
     */
    public void endOn(LocalDate firstDayWithout) {
        if (!firstDayWithout.isAfter(validFrom)) {
            throw new RuleViolation("organisation.isil.sameDay");
        }
        validTo = firstDayWithout;
    }

    /**
     * R19: former codes stay traceable at the organisation that took over. The code of the legal entity ends with it;
     * those of its branches go on, as the branches do.
     */
    public void moveTo(UUID newOrganisationId, LocalDate day) {
        organisationId = newOrganisationId;
        if (validTo == null && branchId == null) {
            validTo = day.isAfter(validFrom) ? day : validFrom.plusDays(1);
        }
    }

    public boolean isCurrent() {
        return validTo == null;
    }

    public String isil() {
        return isil;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID branchId() {
        return branchId;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public LocalDate validTo() {
        return validTo;
    }
}
