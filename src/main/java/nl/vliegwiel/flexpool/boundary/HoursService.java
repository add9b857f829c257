package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.HoursChanged.Change;
import nl.vliegwiel.flexpool.HoursChanged;
import nl.vliegwiel.flexpool.boundary.HoursSheet.Mine;
import nl.vliegwiel.flexpool.boundary.PlacementPolicy.Parties;
import nl.vliegwiel.flexpool.domain.Placement;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.hours.HoursState;
import nl.vliegwiel.flexpool.domain.hours.HoursStep;
import nl.vliegwiel.flexpool.domain.hours.Timesheet;
import nl.vliegwiel.flexpool.domain.hours.WorkedHours;
import nl.vliegwiel.flexpool.persistence.HoursQueries.Completed;
import nl.vliegwiel.flexpool.persistence.HoursQueries.EntryRow;
import nl.vliegwiel.flexpool.persistence.HoursQueries.Row;
import nl.vliegwiel.flexpool.persistence.HoursQueries.StepRow;
import nl.vliegwiel.flexpool.persistence.HoursQueries;
import nl.vliegwiel.flexpool.persistence.PlacementRepository;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.text.HealthWords;
import nl.vliegwiel.platform.time.Zones;

/** Hours after the work: the employee submits, the borrower confirms, the lender approves, then they are locked (R12). */
@UseCase
public class HoursService {
    private static final int LONGEST_REASON = 500;

    @Inject
    private HoursQueries queries;

    @Inject
    private PlacementRepository placements;

    @Inject
    private HoursPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<HoursChanged> changed;

    /** A sheet and the version of it that somebody saw. */
    public record Seen(UUID placementId, int version) {
    }

    /** @throws NotFound {@code placement.notFound} to anybody but the three parties; {@code hours.none} before it is definite */
    public HoursSheet sheet(UUID placementId) {
        Row row = row(placementId);
        policy.requireRead(actor.get(), parties(row));
        if (!row.isWork() && row.sheet().version() == 0) {
            throw new NotFound("hours.none");
        }
        return sheets(List.of(row)).get(0);
    }

    /** There are hours, or there can be: it is definite and begun, or was until it was cut short. @throws NotFound to anybody but the three parties */
    public boolean hasHours(UUID placementId) {
        Row row = row(placementId);
        policy.requireRead(actor.get(), parties(row));
        return row.sheet().version() > 0 || row.isWork() && !clock.instant().isBefore(row.planned().start());
    }

    /**
     * Enters hours, or other ones, as long as no employer agreed to them. The same hours again change nothing.
     *
     * @throws RuleViolation a fault per field
     * @throws Conflict {@code hours.notDefinite}, {@code hours.notBegun}, {@code hours.locked}, {@code constraint.timesheet_no_overlap}
     */
    public HoursSheet enter(EnterHours command) {
        policy.requireEnter(actor.get(), parties(row(command.placementId())));
        Row row = locked(command.placementId(), command.seenVersion());
        requireWork(row, false);
        Timesheet next = row.sheet().enter(hours(row, command));
        if (next != row.sheet()) {
            checkDay(row, next.hours());
            save(row, next);
            queries.addEntry(row.placementId(), next, null, actor.get().personId(), clock.instant());
            tell(row, next, Change.ENTERED);
        }
        return sheet(command.placementId());
    }

    /**
     * The employee says that they are right; without hours of her own, that the planned shift was.
     *
     * @throws Conflict {@code hours.notDefinite}, {@code hours.notBegun}, {@code hours.notOver}, {@code hours.state.notNow}
     */
    public HoursSheet submit(Seen seen) {
        policy.requireEnter(actor.get(), parties(row(seen.placementId())));
        submit(locked(seen.placementId(), seen.version()));
        return sheet(seen.placementId());
    }

    private void submit(Row row) {
        requireWork(row, false);
        Timesheet next = row.sheet().submit(clock.instant());
        if (row.sheet().state() == HoursState.OPEN) {
            checkDay(row, next.hours());
        }
        save(row, next);
        if (row.sheet().state() == HoursState.OPEN) {
            queries.addEntry(row.placementId(), next, null, actor.get().personId(), clock.instant());
        }
        step(row, next, HoursStep.SUBMITTED, null);
        tell(row, next, Change.SUBMITTED);
    }

    /** The borrower agrees. @throws Conflict {@code hours.state.notNow} */
    public HoursSheet confirm(Seen seen) {
        policy.requireConfirm(actor.get(), parties(row(seen.placementId())));
        Row row = locked(seen.placementId(), seen.version());
        requireWork(row, true);
        Timesheet next = row.sheet().confirm();
        save(row, next);
        step(row, next, HoursStep.CONFIRMED, null);
        tell(row, next, Change.CONFIRMED);
        return sheet(seen.placementId());
    }

    /** The lender agrees: locked, and the hours of the placement are closed. @throws Conflict {@code hours.state.notNow} */
    public HoursSheet approve(Seen seen) {
        policy.requireApprove(actor.get(), parties(row(seen.placementId())));
        Row row = locked(seen.placementId(), seen.version());
        requireWork(row, true);
        Timesheet next = row.sheet().approve();
        save(row, next);
        step(row, next, HoursStep.APPROVED, null);
        Placement placement = placements.get(row.placementId());
        placement.closeHours(clock.instant());
        placements.flush();
        tell(row, next, Change.APPROVED);
        return sheet(seen.placementId());
    }

    /**
     * The employer whose turn it is sends them back to the employee.
     *
     * @param reason that she reads
     * @throws RuleViolation {@code hours.reason.missing} and what is wrong with the text
     */
    public HoursSheet reject(Seen seen, String reason) {
        Row before = row(seen.placementId());
        policy.requireReject(actor.get(), parties(before), before.sheet().state() == HoursState.CONFIRMED);
        String why = reason(reason);
        Row row = locked(seen.placementId(), seen.version());
        requireWork(row, true);
        Timesheet next = row.sheet().reject();
        save(row, next);
        step(row, next, HoursStep.REJECTED, why);
        tell(row, next, Change.REJECTED);
        return sheet(seen.placementId());
    }

    /**
     * Replaces locked hours by a new entry, which both employers look at again; until then the approved ones hold.
     *
     * @throws RuleViolation a fault per field; {@code hours.reason.missing}
     * @throws Conflict {@code hours.notLocked}, {@code hours.same}, {@code hours.notOver}
     */
    public HoursSheet correct(EnterHours command) {
        policy.requireEnter(actor.get(), parties(row(command.placementId())));
        String why = reason(command.reason());
        Row row = locked(command.placementId(), command.seenVersion());
        requireWork(row, true);
        Timesheet next = row.sheet().correct(hours(row, command), clock.instant());
        checkDay(row, next.hours());
        save(row, next);
        queries.addEntry(row.placementId(), next, why, actor.get().personId(), clock.instant());
        step(row, next, HoursStep.SUBMITTED, null);
        tell(row, next, Change.CORRECTED);
        return sheet(command.placementId());
    }

    /**
     * Her own week.
     *
     * @param day any day of it; null for today
     */
    @OpenToAllStaff
    public HoursWeek week(LocalDate day) {
        return week(actor.get().personId(), monday(day));
    }

    /**
     * "My week is complete": submits what she did not submit yet, with the planned hours where she entered none. Saying
     * it again changes nothing, and neither does it for a week without work.
     *
     * @throws Conflict {@code hours.week.notOver} while work of that week is still to come
     */
    @OpenToAllStaff
    public HoursWeek complete(LocalDate day) {
        UUID me = actor.get().personId();
        LocalDate monday = monday(day);
        HoursWeek week = week(me, monday);
        if (week.complete() || week.sheets().isEmpty()) {
            return week;
        }
        for (HoursSheet sheet : week.sheets()) {
            if (sheet.planned().end().isAfter(clock.instant())) {
                throw new Conflict("hours.week.notOver", sheet.planned().end());
            }
            if (sheet.state().isHers() && sheet.mine().maySubmit()) {
                submit(locked(sheet.placementId(), sheet.version()));
            }
        }
        queries.complete(me, monday, me, clock.instant());
        return week(me, monday);
    }

    private HoursWeek week(UUID personId, LocalDate monday) {
        Instant from = monday.atStartOfDay(Zones.AMSTERDAM).toInstant();
        List<HoursSheet> sheets = sheets(queries.ofPerson(personId, from, monday.plusWeeks(1).atStartOfDay(Zones.AMSTERDAM).toInstant()));
        Optional<Completed> said = queries.completed(personId, monday);
        boolean hers = sheets.stream().anyMatch(sheet -> sheet.state().isHers());
        boolean over = sheets.stream().noneMatch(sheet -> sheet.planned().end().isAfter(clock.instant()));
        return new HoursWeek(monday, sheets, sheets.stream().mapToInt(sheet -> sheet.hours().netMinutes()).sum(),
            sheets.stream().mapToInt(sheet -> sheet.hours().travelMinutes()).sum(), said.isPresent() && !hers && !sheets.isEmpty(),
            said.map(Completed::at).orElse(null), !sheets.isEmpty() && over && (hers || said.isEmpty()));
    }

    private LocalDate monday(LocalDate day) {
        return (day == null ? LocalDate.now(clock.withZone(Zones.AMSTERDAM)) : day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** What waits for the reader as HR manager: to confirm as borrower, to approve as lender; oldest first. */
    @OpenToAllStaff
    public List<HoursSheet> waiting() {
        return sheets(queries.waiting(actor.get().personId(), actor.get().organisationsWhere(Role.HR_MANAGER)));
    }

    /** Confirms several at once, all or none. */
    public void confirmAll(List<Seen> seen) {
        seen.stream().sorted((one, other) -> one.placementId().compareTo(other.placementId())).forEach(this::confirm);
    }

    /** Approves several at once, all or none. */
    public void approveAll(List<Seen> seen) {
        seen.stream().sorted((one, other) -> one.placementId().compareTo(other.placementId())).forEach(this::approve);
    }

    private Row row(UUID placementId) {
        return queries.row(placementId).orElseThrow(() -> new NotFound("placement.notFound"));
    }

    /** Waits for its turn, for the person's time is decided here too (D4). */
    private Row locked(UUID placementId, int seenVersion) {
        Row known = row(placementId);
        placements.lock(known.requestId(), List.of(known.shiftId()), known.employeeId());
        Row row = row(placementId);
        if (row.sheet().version() != seenVersion) {
            throw new StaleData("stale");
        }
        return row;
    }

    /** @param closedToo what both employers agreed to can be looked at again; what that changes after the settlement goes into the next one */
    private void requireWork(Row row, boolean closedToo) {
        PlacementState state = row.placementState();
        if ((state == PlacementState.HOURS_CLOSED || state == PlacementState.SETTLED) && !closedToo && row.sheet().state() == HoursState.APPROVED) {
            throw new Conflict("hours.locked", row.sheet().state());
        }
        if (!row.isWork()) {
            throw new Conflict("hours.notDefinite");
        }
        if (clock.instant().isBefore(row.planned().start())) {
            throw new Conflict("hours.notBegun", row.planned().start());
        }
    }

    private static WorkedHours hours(Row row, EnterHours command) {
        List<Violation> faults = new ArrayList<>();
        if (command.start() == null) {
            faults.add(Violation.of("start", "hours.start.missing"));
        }
        if (command.end() == null) {
            faults.add(Violation.of("end", "hours.end.missing"));
        }
        RuleViolation.throwIfAny(faults);
        WorkedHours hours = new WorkedHours(command.start(), command.end(), command.breakMinutes() == null ? row.plannedBreak() : command.breakMinutes(),
            command.travelMinutes() == null ? row.plannedTravel() : command.travelMinutes());
        RuleViolation.throwIfAny(hours.check(row.planned()));
        return hours;
    }

    /** Work and travel of all entries of one day fit in a day; that they do not overlap is the database's to say. */
    private void checkDay(Row row, WorkedHours hours) {
        LocalDate day = hours.start().atZone(Zones.AMSTERDAM).toLocalDate();
        int elsewhere = queries.minutesElsewhere(row.employeeId(), row.placementId(), day.atStartOfDay(Zones.AMSTERDAM).toInstant(),
            day.plusDays(1).atStartOfDay(Zones.AMSTERDAM).toInstant());
        if (elsewhere + hours.netMinutes() + hours.breakMinutes() + hours.travelMinutes() > WorkedHours.MOST_MINUTES_A_DAY) {
            throw new RuleViolation(List.of(Violation.of("end", "hours.day.tooLong")));
        }
    }

    /** Free text of a manager or the employee: short, without health data and without anything that looks like a BSN (R7, R8). */
    private static String reason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new RuleViolation(List.of(Violation.of("reason", "hours.reason.missing")));
        }
        List<Violation> faults = new ArrayList<>();
        if (reason.length() > LONGEST_REASON) {
            faults.add(Violation.of("reason", "placement.text.tooLong", LONGEST_REASON));
        }
        BsnGuard.check("reason", reason).ifPresent(faults::add);
        HealthWords.check("reason", reason).ifPresent(faults::add);
        RuleViolation.throwIfAny(faults);
        return reason.strip();
    }

    private void save(Row row, Timesheet next) {
        if (!queries.save(row.placementId(), row.employeeId(), row.sheet().version(), next, clock.instant())) {
            throw new StaleData("stale");
        }
    }

    private void step(Row row, Timesheet next, HoursStep step, String reason) {
        queries.addStep(row.placementId(), next.entry(), step, actor.get().personId(), clock.instant(), reason);
    }

    private void tell(Row row, Timesheet next, Change change) {
        Actor who = actor.get();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("state", next.state().name());
        facts.put("entry", next.entry());
        UUID organisation = change == Change.CONFIRMED || change == Change.REJECTED && row.sheet().state() == HoursState.SUBMITTED ? row.borrowerId() : row.lenderId();
        audit.record(who, "hours_" + change.name().toLowerCase(Locale.ROOT), PlacementService.ENTITY, row.placementId(), organisation, facts);
        changed.fire(new HoursChanged(row.placementId(), row.employeeId(), row.lenderId(), row.borrowerId(), change, who.personId(), clock.instant()));
    }

    private List<HoursSheet> sheets(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(Row::placementId).toList();
        Map<UUID, List<EntryRow>> entries = queries.entries(ids).stream().collect(Collectors.groupingBy(EntryRow::placementId));
        Map<UUID, List<StepRow>> steps = queries.steps(ids).stream().collect(Collectors.groupingBy(StepRow::placementId));
        return rows.stream().map(row -> sheet(row, entries.getOrDefault(row.placementId(), List.of()), steps.getOrDefault(row.placementId(), List.of()))).toList();
    }

    private HoursSheet sheet(Row row, List<EntryRow> entries, List<StepRow> steps) {
        Timesheet sheet = row.sheet();
        return new HoursSheet(row.placementId(), sheet.version(), row.title(), row.employeeId(), row.employee(), row.lenderId(), row.lender(), row.borrowerId(),
            row.borrower(), row.branch(), row.place(), WorkedHours.planned(row.planned(), row.plannedBreak(), row.plannedTravel()), sheet.state(), sheet.entry(),
            sheet.hours(), sheet.approvedEntry(),
            entries.stream().map(one -> new HoursSheet.Entry(one.number(), one.hours(), one.reason(), one.personId(), one.name(), one.at(),
                !one.personId().equals(row.employeeId()), one.number() < sheet.entry())).toList(),
            steps.stream().map(one -> new HoursSheet.Step(one.entry(), one.step(), one.personId(), one.name(), one.at(), one.reason())).toList(), mine(row));
    }

    private Mine mine(Row row) {
        Actor who = actor.get();
        Parties parties = parties(row);
        Timesheet sheet = row.sheet();
        HoursState state = sheet.state();
        boolean open = row.isWork();
        boolean begun = !clock.instant().isBefore(row.planned().start());
        boolean hers = open && begun && policy.mayEnter(who, parties);
        boolean confirm = open && state == HoursState.SUBMITTED && policy.mayConfirm(who, parties);
        boolean approve = open && state == HoursState.CONFIRMED && policy.mayApprove(who, parties);
        return new Mine(who.is(row.employeeId()), hers && (state.isHers() || state == HoursState.SUBMITTED),
            hers && state.isHers() && !sheet.hours().end().isAfter(clock.instant()), confirm, approve, confirm || approve,
            hers && state == HoursState.APPROVED);
    }

    private static Parties parties(Row row) {
        return new Parties(row.placementId(), row.employeeId(), row.lenderId(), row.borrowerId());
    }
}
