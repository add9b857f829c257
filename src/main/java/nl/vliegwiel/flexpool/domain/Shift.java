package nl.vliegwiel.flexpool.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.vliegwiel.platform.time.Period;

/** One stretch of work in a request, for one or more people. Keeps its id for life, because placements point at it. */
@Entity
@Table(name = "shift")
public class Shift {
    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "request_id")
    private StaffRequest request;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "headcount")
    private int headcount;

    @Column(name = "break_minutes")
    private int breakMinutes;

    protected Shift() {
    }

    Shift(UUID id, StaffRequest request, PlannedShift plan) {
        this.id = id;
        this.request = request;
        plan(plan);
    }

    final void plan(PlannedShift plan) {
        this.startsAt = plan.period().start();
        this.endsAt = plan.period().end();
        this.headcount = plan.headcount();
        this.breakMinutes = plan.breakMinutes();
    }

    public UUID id() {
        return id;
    }

    public Period period() {
        return new Period(startsAt, endsAt);
    }

    public int headcount() {
        return headcount;
    }

    /** Unpaid minutes within the shift. */
    public int breakMinutes() {
        return breakMinutes;
    }

    boolean hasTimesOf(PlannedShift plan) {
        return period().equals(plan.period()) && breakMinutes == plan.breakMinutes();
    }

    @Override
    public final boolean equals(Object other) {
        return this == other || other instanceof Shift shift && id != null && id.equals(shift.id);
    }

    @Override
    public final int hashCode() {
        return id == null ? 0 : id.hashCode();
    }
}
