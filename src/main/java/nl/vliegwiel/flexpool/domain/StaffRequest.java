package nl.vliegwiel.flexpool.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.platform.persistence.VersionedEntity;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Period;

/**
 * A library that is short of hands or expertise asks other libraries for people.
 *
 * Born as a draft of an HR manager, published to the circles that it names, partly filled and filled as placements
 * become definite, running and done as time passes; or withdrawn, or expired when nobody came. Never deleted (R15) and
 * never tied to a person or an illness (R8). Shifts and skills change together with it. Once people may have read it,
 * what they rely on stands: place, purpose and skills are fixed, and so are the shifts for which somebody reacted.
 */
@Entity
@Table(name = "staff_request")
public class StaffRequest extends VersionedEntity {
    /** More shifts than this in one request is a typing error rather than a wish. */
    public static final int MOST_SHIFTS = ShiftSeries.MOST_SHIFTS;
    public static final int MOST_SKILLS = 20;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "branch_id")
    private UUID branchId;

    @Column(name = "title")
    private String title;

    @Column(name = "description")
    private String description;

    @Enumerated(EnumType.STRING)
    @Column(name = "purpose")
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private RequestStatus status;

    @Column(name = "circles")
    private Circles circles;

    @Column(name = "deadline")
    private Instant deadline;

    @Enumerated(EnumType.STRING)
    @Column(name = "urgency")
    private Urgency urgency;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "copied_from")
    private UUID copiedFrom;

    /** Goes along with every change, so that the version rises when only a shift or a skill changed. */
    @Column(name = "changed_at")
    private Instant changedAt;

    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Shift> shifts = new ArrayList<>();

    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<RequestSkill> skills = new ArrayList<>();

    protected StaffRequest() {
    }

    private StaffRequest(UUID id) {
        super(id);
    }

    /**
     * A shift as the asker wants it.
     *
     * @param id of the shift that is meant; a new one gets a new id
     * @param plan when, how many, which break
     */
    public record WantedShift(UUID id, PlannedShift plan) {
    }

    /**
     * A skill as the asker wants it.
     *
     * @param skillId number in the catalogue
     * @param minLevel 1–4
     * @param required false where it only helps
     */
    public record WantedSkill(int skillId, int minLevel, boolean required) {
    }

    /** @param copiedFrom the former request that it was made from; null for none */
    public static StaffRequest draft(UUID id, UUID organisationId, RequestText text, List<WantedSkill> skills, List<WantedShift> shifts,
            UUID copiedFrom, UUID by, Instant at) {
        StaffRequest request = new StaffRequest(id);
        request.organisationId = organisationId;
        request.status = RequestStatus.DRAFT;
        request.createdBy = by;
        request.createdAt = at;
        request.changedAt = at;
        request.copiedFrom = copiedFrom;
        request.say(text);
        request.want(skills);
        request.plan(shifts);
        return request;
    }

    /**
     * Changes what is asked. A draft may change in everything but the library that asks.
     *
     * @param taken shifts for which somebody reacted or was chosen, now or before
     * @param filled definite placements per shift
     * @throws Conflict {@code request.edit.notNow} once the work began, or the request has ended
     * @throws RuleViolation with a fault per field for what is fixed after publication
     */
    public void change(RequestText text, List<WantedSkill> wantedSkills, List<WantedShift> wantedShifts, Set<UUID> taken, Map<UUID, Integer> filled,
            Instant at) {
        if (status != RequestStatus.DRAFT) {
            if (status != RequestStatus.FILLED && !status.isOpen()) {
                throw new Conflict("request.edit.notNow", status);
            }
            RuleViolation.throwIfAny(fixed(text, wantedSkills, wantedShifts, taken, filled));
        }
        say(text);
        want(wantedSkills);
        plan(wantedShifts);
        changedAt = at;
    }

    private List<Violation> fixed(RequestText text, List<WantedSkill> wantedSkills, List<WantedShift> wantedShifts, Set<UUID> taken,
            Map<UUID, Integer> filled) {
        List<Violation> faults = new ArrayList<>();
        if (!text.branchId().equals(branchId)) {
            faults.add(Violation.of("branchId", "request.fixed.published"));
        }
        if (text.purpose() != purpose) {
            faults.add(Violation.of("purpose", "request.fixed.published"));
        }
        if (!Set.copyOf(wantedSkills).equals(Set.copyOf(wantedSkills()))) {
            faults.add(Violation.of("skills", "request.fixed.published"));
        }
        if (!text.circles().includesAllOf(circles)) {
            faults.add(Violation.of("circles", "request.fixed.circles"));
        }
        Map<UUID, PlannedShift> wanted = new HashMap<>();
        for (int i = 0; i < wantedShifts.size(); i++) {
            WantedShift shift = wantedShifts.get(i);
            wanted.put(shift.id(), shift.plan());
            int bound = filled.getOrDefault(shift.id(), 0);
            if (shift.plan().headcount() < bound) {
                faults.add(Violation.of("shifts[" + i + "].headcount", "request.fixed.headcount", bound));
            }
            boolean changed = shift(shift.id()).filter(now -> !now.hasTimesOf(shift.plan())).isPresent();
            if (changed && taken.contains(shift.id())) {
                faults.add(Violation.of("shifts[" + i + "].start", "request.fixed.shift"));
            }
        }
        if (shifts.stream().anyMatch(shift -> taken.contains(shift.id()) && !wanted.containsKey(shift.id()))) {
            faults.add(Violation.of("shifts", "request.fixed.shiftGone"));
        }
        if (wantedShifts.isEmpty()) {
            faults.add(Violation.of("shifts", "request.shifts.none"));
        }
        return faults;
    }

    private void say(RequestText text) {
        this.branchId = text.branchId();
        this.title = text.title();
        this.description = text.description();
        this.purpose = text.purpose();
        this.circles = text.circles();
        this.deadline = text.deadline();
        this.urgency = text.urgency();
    }

    private void want(List<WantedSkill> wanted) {
        skills.removeIf(skill -> wanted.stream().noneMatch(w -> w.skillId() == skill.skillId()));
        for (WantedSkill want : wanted) {
            skills.stream().filter(skill -> skill.skillId() == want.skillId()).findFirst().ifPresentOrElse(
                skill -> skill.ask(want.minLevel(), want.required()),
                () -> skills.add(new RequestSkill(this, want.skillId(), want.minLevel(), want.required())));
        }
    }

    private void plan(List<WantedShift> wanted) {
        shifts.removeIf(shift -> wanted.stream().noneMatch(w -> w.id().equals(shift.id())));
        for (WantedShift want : wanted) {
            shift(want.id()).ifPresentOrElse(shift -> shift.plan(want.plan()), () -> shifts.add(new Shift(want.id(), this, want.plan())));
        }
    }

    /**
     * Shows it to the circles.
     *
     * @throws Conflict {@code request.publish.notNow} unless it is a draft
     * @throws RuleViolation {@code request.shifts.none}, {@code shift.start.inPast}, {@code request.deadline.inPast}
     */
    public void publish(Instant at) {
        if (status != RequestStatus.DRAFT) {
            throw new Conflict("request.publish.notNow", status);
        }
        List<Violation> faults = new ArrayList<>();
        if (shifts.isEmpty()) {
            faults.add(Violation.of("shifts", "request.shifts.none"));
        }
        List<Shift> ordered = shifts();
        for (int i = 0; i < ordered.size(); i++) {
            faults.addAll(ShiftRules.checkAtPublish("shifts[" + i + "].", ordered.get(i).period().start(), at));
        }
        if (deadline != null && !deadline.isAfter(at)) {
            faults.add(Violation.of("deadline", "request.deadline.inPast"));
        }
        RuleViolation.throwIfAny(faults);
        status = RequestStatus.PUBLISHED;
        publishedAt = at;
        changedAt = at;
    }

    /**
     * Takes it back.
     *
     * @param definite placements that are definite; these have to be cancelled one by one first, with their reasons
     * @throws Conflict {@code request.withdraw.notNow} or {@code request.withdraw.placed}
     */
    public void withdraw(int definite, Instant at) {
        if (!status.mayBecome(RequestStatus.WITHDRAWN)) {
            throw new Conflict("request.withdraw.notNow", status);
        }
        if (definite > 0) {
            throw new Conflict("request.withdraw.placed", definite);
        }
        status = RequestStatus.WITHDRAWN;
        changedAt = at;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID branchId() {
        return branchId;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public Purpose purpose() {
        return purpose;
    }

    public RequestStatus status() {
        return status;
    }

    public Circles circles() {
        return circles;
    }

    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    public Urgency urgency() {
        return urgency;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Empty as long as it never was published. */
    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    /** Shifts in the order of time. */
    public List<Shift> shifts() {
        return shifts.stream().sorted(Comparator.comparing(Shift::period).thenComparing(Shift::id)).toList();
    }

    public Optional<Shift> shift(UUID shiftId) {
        return shifts.stream().filter(shift -> shift.id().equals(shiftId)).findFirst();
    }

    /** In the order of the catalogue. */
    public List<WantedSkill> wantedSkills() {
        return skills.stream().map(skill -> new WantedSkill(skill.skillId(), skill.minLevel(), skill.required()))
            .sorted(Comparator.comparingInt(WantedSkill::skillId)).toList();
    }

    /** From the begin of the first to the end of the last shift; empty without shifts. */
    public Optional<Period> span() {
        return shifts.stream().map(Shift::period)
            .reduce((a, b) -> new Period(a.start().isBefore(b.start()) ? a.start() : b.start(), a.end().isAfter(b.end()) ? a.end() : b.end()));
    }
}
