package nl.vliegwiel.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.demo.Register.Branch;
import nl.vliegwiel.demo.Register.Library;
import nl.vliegwiel.demo.Staff.Employee;
import nl.vliegwiel.flexpool.domain.CancelReason;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.Purpose;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent.Money;
import nl.vliegwiel.flexpool.domain.agreement.CostPreview;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.agreement.WttaPosition;
import nl.vliegwiel.flexpool.domain.hours.HoursState;
import nl.vliegwiel.flexpool.domain.hours.HoursStep;
import nl.vliegwiel.organisation.TravelTime;
import nl.vliegwiel.platform.rest.Json;
import nl.vliegwiel.platform.time.Zones;

/** Requests of a year and the loans that came of them, in every state, only of people whom the ranking could have named. */
final class Lending {
    private static final List<LocalTime[]> TIMES = List.of(times(10, 0, 13, 0), times(9, 30, 12, 30), times(10, 0, 16, 30), times(13, 0, 17, 0),
        times(13, 30, 17, 0), times(11, 0, 15, 0), times(18, 30, 21, 0));
    private static final int[] OFTEN = {20, 15, 15, 20, 12, 14, 6};
    /** The employees with an account have no placement from this day on: scripts count on it. */
    private static final LocalDate NAMED_ARE_FREE_FROM = LocalDate.of(2027, 1, 1);
    /** Those of the migrations. */
    private static final LocalDate LIMITS_FROM = LocalDate.of(2020, 1, 1);
    private static final LocalDate WTTA_FROM = LocalDate.of(2027, 1, 1);
    private static final int KILOMETRE_CENTS = 23;
    private static final int EVENING = 20 * 60;
    private static final int END_OF_DAY = 24 * 60;
    private static final int VAT_BASIS_POINTS = 2_100;
    private static final int MOST_TRIES = 400;
    private static final int PAUSE_SECONDS = 12 * 3_600;
    private static final long SEED_OF_THE_YEAR = 20_251_201L;
    private static final int MONTHS_OF_HISTORY = 11;
    private static final int MONTHS_OF_PRESENT = 3;
    private static final List<HoursState> HOURS_OF_LATE = List.of(HoursState.OPEN, HoursState.ENTERED, HoursState.SUBMITTED, HoursState.CONFIRMED, HoursState.REJECTED);
    private static final List<Party> ALL = List.of(Party.EMPLOYEE, Party.LENDER, Party.BORROWER);

    /** A request while it is being made. */
    private record Request(UUID id, Library library, Branch branch, String title, String description, Purpose purpose, Instant created,
            Instant published, Map<Integer, Integer> levels, boolean country, Set<String> asked) {
    }

    /** One of its shifts. */
    private record Shift(UUID id, Instant start, Instant end, int headcount, int breakMinutes) {
        LocalDateTime wallStart() {
            return LocalDateTime.ofInstant(start, Zones.AMSTERDAM);
        }

        int minutes() {
            return (int) Duration.between(start, end).toMinutes();
        }
    }

    private Chance chance;
    private final Skills skills;
    private final Register register;
    private final Staff staff;
    private final Instant now;
    private final LocalDate today;
    private final Map<UUID, List<Employee>> poolOfRegion = new HashMap<>();
    private final List<Employee> pool;
    private final Map<UUID, Integer> costPrices = new HashMap<>();

    private final Table requests = new Table("staff_request",
        "id, organisation_id, branch_id, title, description, purpose, status, circles, deadline, created_by, created_at, published_at");
    private final Table requestSkills = new Table("staff_request_skill", "request_id, skill_id, min_level, required");
    private final Table shifts = new Table("shift", "id, request_id, starts_at, ends_at, headcount, break_minutes");
    private final Table placements = new Table("placement", "id, request_id, shift_id, employee_id, lender_id, borrower_id, starts_at, ends_at, "
        + "break_minutes, state, waadi_ground, waadi_checked_on, vat_ground, end_reason, ended_by, created_by, created_at, changed_at");
    private final Table consents = new Table("placement_consent", "id, placement_id, party, decision, person_id, at, text_version, reason");
    private final Table agreements = new Table("agreement", "placement_id, text_version, clause_version, content, created_at");
    private final Table checks = new Table("placement_check", "placement_id, text_version, at, limits_version, findings");
    private final Table audit = new Table("audit_entry", "at, actor_id, actor_name, action, entity, entity_id, organisation_id, detail");
    private final Table timesheets = new Table("timesheet",
        "placement_id, version, employee_id, state, entry, starts_at, ends_at, break_minutes, travel_minutes, approved_entry, changed_at");
    private final Table entries = new Table("timesheet_entry",
        "placement_id, number, starts_at, ends_at, break_minutes, travel_minutes, reason, entered_by, entered_at");
    private final Table steps = new Table("timesheet_step", "id, placement_id, entry, step, person_id, at, reason");
    private final Table weeks = new Table("week_complete", "employee_id, week_start, completed_by, completed_at");
    private final Set<String> completed = new HashSet<>();
    private final Table swaps = new Table("swap", "id, version, kind, given_id, asker_id, colleague_id, state, asked_at, changed_at");
    private final List<UUID[]> taken = new ArrayList<>();
    private boolean swapping;
    private final Table rates = new Table("rate", "organisation_id, kind, figure, wage_cents, charges_cents, admin_cents, unit, source, demo, valid_from");
    private final Table irregular = new Table("irregular_hours", "organisation_id, weekday, from_minute, to_minute, per_mille, source, demo, valid_from");
    private final Table parties = new Table("invoice_party", "organisation_id, legal_name, kvk, vat_id, street, postcode, city, iban, email");

    Lending(Chance chance, Skills skills, Register register, Staff staff, DemoSize size, Instant now) {
        this.chance = chance;
        this.skills = skills;
        this.register = register;
        this.staff = staff;
        this.now = now.truncatedTo(ChronoUnit.MINUTES);
        this.today = now.atZone(Zones.AMSTERDAM).toLocalDate();
        this.pool = staff.employees().stream().filter(employee -> employee.participating() && !employee.reserved()).toList();
        pool.forEach(employee -> poolOfRegion.computeIfAbsent(employee.library().poi(), poi -> new ArrayList<>()).add(employee));
        ratesOfAll();
        story();
        int back = size == DemoSize.SMALL ? 75 : 330;
        for (int i = 0; i < size.requests(); i++) {
            Library library = chance.oneOf(register.libraries());
            request(library, chance.oneOf(library.branches()), today.plusDays(chance.between(-back, 60)));
        }
        if (size == DemoSize.SMALL) {
            year();
        }
    }

    /** The months before those: each library asks every other month, so that its figures show a year. With its own luck, so that nothing else changes by it. */
    private void year() {
        Chance before = chance;
        chance = new Chance(SEED_OF_THE_YEAR);
        swapping = true;
        for (int months = MONTHS_OF_HISTORY; months >= MONTHS_OF_PRESENT; months--) {
            LocalDate first = today.minusMonths(months).withDayOfMonth(1);
            List<Library> libraries = register.libraries();
            for (int i = months % 2; i < libraries.size(); i += 2) {
                request(libraries.get(i), chance.oneOf(libraries.get(i).branches()), first.plusDays(chance.between(0, 27)));
            }
        }
        swapping = false;
        chance = before;
    }

    private static LocalTime[] times(int fromHour, int fromMinute, int toHour, int toMinute) {
        return new LocalTime[] {LocalTime.of(fromHour, fromMinute), LocalTime.of(toHour, toMinute)};
    }

    private void ratesOfAll() {
        LocalDate from = ratesFrom();
        String source = "Verzonnen voor de demonstratie";
        for (Library library : register.libraries()) {
            int cents = 3_400 + 5 * chance.between(0, 200);
            costPrices.put(library.id(), cents);
            int wage = cents * 68 / 100;
            int charges = cents * 27 / 100;
            rates.add(library.id(), "COST_PRICE_HOUR", cents, wage, charges, cents - wage - charges, "CENT_PER_HOUR", source, "t", from);
            for (DayOfWeek day : DayOfWeek.values()) {
                boolean weekend = day.getValue() > DayOfWeek.FRIDAY.getValue();
                irregular.add(library.id(), day.getValue(), weekend ? 0 : EVENING, END_OF_DAY, 200, source, "t", from);
            }
            party(library, rates.size());
        }
    }

    /** Numbers that are nobody's: the trade register begins higher, and no bank is called so. */
    private void party(Library library, int number) {
        String digits = "%08d".formatted(number);
        String account = "VLWG00" + digits;
        StringBuilder check = new StringBuilder();
        (account + "NL00").chars().forEach(sign -> check.append(Character.digit(sign, 36)));
        String iban = "NL%02d".formatted(98 - new BigInteger(check.toString()).mod(BigInteger.valueOf(97)).intValue()) + account;
        parties.add(library.id(), "Stichting " + library.name(), digits, "NL0" + digits + "B01", "Dorpsstraat " + number, "%04d AA".formatted(1_000 + number),
            library.branches().get(0).place().name(), iban, "financien." + number + "@vliegwiel.example");
    }

    /** What the people with an account find when they sign in for the first time. */
    private void story() {
        Library duinrand = register.library(Register.DUINRAND);
        Library vennenland = register.library(Register.VENNENLAND);
        Library hoogveen = register.library(Register.HOOGVEEN);
        tell(duinrand, vennenland, -34, PlacementState.SETTLED, ALL);
        tell(vennenland, duinrand, -6, PlacementState.RUNNING, ALL);
        tell(duinrand, hoogveen, 4, PlacementState.CONFIRMED, ALL);
        tell(duinrand, vennenland, 9, PlacementState.PROPOSED, List.of(Party.BORROWER));
        tell(vennenland, duinrand, 11, PlacementState.APPLIED, List.of(Party.EMPLOYEE));
        tell(hoogveen, duinrand, 15, PlacementState.PROPOSED, List.of(Party.BORROWER, Party.EMPLOYEE));
        tell(hoogveen, vennenland, 18, PlacementState.APPLIED, List.of(Party.EMPLOYEE, Party.LENDER));
    }

    private void tell(Library lender, Library borrower, int inDays, PlacementState state, List<Party> agreed) {
        LocalDate day = workday(today.plusDays(inDays));
        Employee employee = staff.employees().stream().filter(one -> one.reserved() && one.library().equals(lender)).findFirst().orElseThrow();
        Skills.Skill skill = chance.oneOf(skills.ofNamedEmployees());
        Instant created = earlier(at(day, LocalTime.of(11, 0)), 20);
        Branch branch = borrower.branches().get(0);
        Request request = new Request(chance.id(created), borrower, branch, title(skill, branch.place()), description(Purpose.CAPACITY), Purpose.CAPACITY,
            created, created.plus(Duration.ofMinutes(45)), Map.of(skill.id(), 2), true, new HashSet<>());
        Shift shift = shift(request, day, LocalTime.of(11, 0), LocalTime.of(15, 0), state == PlacementState.PROPOSED ? 2 : 1);
        boolean free = day.isBefore(NAMED_ARE_FREE_FROM);
        if (free) {
            place(request, shift, employee, state, agreed);
        }
        RequestStatus status = !free ? RequestStatus.PUBLISHED
            : switch (state) {
                case SETTLED, RUNNING -> RequestStatus.DONE;
                case CONFIRMED -> RequestStatus.FILLED;
                default -> RequestStatus.PUBLISHED;
            };
        write(request, status, skill, List.of(shift));
    }

    private void request(Library library, Branch branch, LocalDate first) {
        Skills.Skill skill = chance.percent(85) ? skills.workOf(anyone(library), chance) : skills.anyWork(chance);
        LocalTime[] times = TIMES.get(chance.weighted(OFTEN));
        LocalDate day = chance.percent(12) && !times[0].isAfter(LocalTime.of(16, 0)) ? saturday(first) : workday(first);
        Instant created = earlier(at(day, times[0]), chance.between(8, 40));
        boolean draft = at(day, times[0]).isAfter(now) && chance.percent(11);
        Instant published = draft ? null : minimum(created.plus(Duration.ofMinutes(chance.between(20, 2_000))), now);
        Map<Integer, Integer> levels = new HashMap<>(Map.of(skill.id(), 1 + chance.weighted(50, 40, 10)));
        Purpose purpose = Purpose.values()[chance.weighted(70, 20, 10)];
        Request request = new Request(chance.id(created), library, branch, title(skill, branch.place()), description(purpose), purpose, created,
            published, levels, chance.percent(swapping ? 85 : 30), new HashSet<>());
        List<Shift> own = new ArrayList<>();
        boolean weekly = chance.percent(70);
        for (int i = 1 + (swapping ? chance.weighted(25, 40, 35) : chance.weighted(25, 20, 20, 15, 10, 10)); i > 0; i--) {
            own.add(shift(request, day, times[0], times[1], 1 + chance.weighted(70, 25, 5)));
            day = weekly ? day.plusWeeks(1) : workday(day.plusDays(1));
        }
        write(request, draft ? RequestStatus.DRAFT : fate(request, own), skill, own);
    }

    /** What is asked for is mostly something that somebody nearby can do. */
    private Map<Integer, Integer> anyone(Library library) {
        List<Employee> region = poolOfRegion.getOrDefault(library.poi(), pool);
        return chance.oneOf(region).levels();
    }

    private RequestStatus fate(Request request, List<Shift> own) {
        boolean over = !own.get(own.size() - 1).end().isAfter(now);
        boolean begun = !own.get(0).start().isAfter(now);
        int luck = chance.between(0, 99);
        if (luck < 7) {
            own.forEach(shift -> end(request, shift, PlacementState.CANCELLED));
            return RequestStatus.WITHDRAWN;
        }
        if (begun && luck < 20) {
            own.forEach(shift -> end(request, shift, PlacementState.DECLINED));
            return over ? RequestStatus.EXPIRED : filled(request, own, 1);
        }
        return filled(request, own, begun || luck > 55 ? 100 : luck > 30 ? 50 : 0);
    }

    private RequestStatus filled(Request request, List<Shift> own, int percent) {
        int seats = 0;
        int taken = 0;
        for (Shift shift : own) {
            for (int seat = 0; seat < shift.headcount(); seat++) {
                seats++;
                Employee employee = chance.percent(percent) ? candidate(request, shift, true) : null;
                if (employee != null) {
                    PlacementState state = definite(shift);
                    Employee colleague = swapping && state == PlacementState.CANCELLED ? candidate(request, shift, true) : null;
                    if (colleague == null) {
                        place(request, shift, employee, state, ALL);
                    } else {
                        handOver(request, shift, employee, colleague);
                    }
                    taken += state.isBooked() || colleague != null ? 1 : 0;
                } else if (shift.start().isAfter(now)) {
                    pending(request, shift);
                }
            }
        }
        boolean over = !own.get(own.size() - 1).end().isAfter(now);
        boolean begun = !own.get(0).start().isAfter(now);
        if (begun) {
            return taken == 0 ? RequestStatus.EXPIRED : over ? RequestStatus.DONE : RequestStatus.RUNNING;
        }
        return RequestStatus.byFilling(seats, taken);
    }

    /** She could not come after all, and a colleague took it over with everybody's yes. */
    private void handOver(Request request, Shift shift, Employee employee, Employee colleague) {
        UUID given = place(request, shift, employee, PlacementState.CANCELLED, ALL, CancelReason.SWAPPED);
        UUID took = place(request, shift, colleague, definiteAgain(shift), ALL);
        Instant asked = minimum(now, shift.start()).minus(Duration.ofDays(3));
        UUID swap = UUID.nameUUIDFromBytes(("swap " + given).getBytes(StandardCharsets.UTF_8));
        swaps.add(swap, 2, "HANDOVER", given, employee.id(), colleague.id(), "DONE", asked, asked.plus(Duration.ofHours(20)));
        taken.add(new UUID[] {swap, given, took});
    }

    private PlacementState definiteAgain(Shift shift) {
        return Duration.between(shift.end(), now).toDays() > 45 ? PlacementState.SETTLED : PlacementState.HOURS_CLOSED;
    }

    /** What became of a loan that everybody agreed to. */
    private PlacementState definite(Shift shift) {
        if (shift.start().isAfter(now)) {
            return chance.percent(96) ? PlacementState.CONFIRMED : PlacementState.CANCELLED;
        }
        long days = Duration.between(shift.end(), now).toDays();
        if (days < 10) {
            return chance.percent(95) ? PlacementState.RUNNING : PlacementState.CANCELLED;
        }
        if (chance.percent(8)) {
            return chance.percent(25) ? PlacementState.NO_SHOW : PlacementState.CANCELLED;
        }
        return days > 45 || chance.percent(30) ? PlacementState.SETTLED : PlacementState.HOURS_CLOSED;
    }

    /** People who were asked or who offered themselves for a seat that is still empty. */
    private void pending(Request request, Shift shift) {
        for (int i = chance.weighted(35, 40, 25); i > 0; i--) {
            Employee employee = candidate(request, shift, false);
            if (employee == null) {
                return;
            }
            switch (chance.weighted(25, 15, 20, 15, 10, 10, 5)) {
                case 0 -> place(request, shift, employee, PlacementState.APPLIED, List.of(Party.EMPLOYEE));
                case 1 -> place(request, shift, employee, PlacementState.APPLIED, List.of(Party.EMPLOYEE, Party.LENDER));
                case 2 -> place(request, shift, employee, PlacementState.PROPOSED, List.of(Party.BORROWER));
                case 3 -> place(request, shift, employee, PlacementState.PROPOSED, List.of(Party.BORROWER, Party.EMPLOYEE));
                case 4 -> place(request, shift, employee, PlacementState.STANDBY, List.of(Party.EMPLOYEE));
                case 5 -> place(request, shift, employee, PlacementState.DECLINED, List.of(Party.BORROWER));
                default -> place(request, shift, employee, PlacementState.WITHDRAWN, List.of(Party.EMPLOYEE));
            }
        }
    }

    private void end(Request request, Shift shift, PlacementState state) {
        if (chance.percent(35)) {
            Employee employee = candidate(request, shift, false);
            if (employee != null) {
                place(request, shift, employee, state, List.of(Party.EMPLOYEE));
            }
        }
    }

    /** Somebody of another library with the skill who is available, near enough and, when it is to be definite, free. */
    private Employee candidate(Request request, Shift shift, boolean definite) {
        Employee near = candidate(poolOfRegion.getOrDefault(request.library().poi(), List.of()), request, shift, definite);
        return near == null && request.country() ? candidate(pool, request, shift, definite) : near;
    }

    private Employee candidate(List<Employee> from, Request request, Shift shift, boolean definite) {
        int first = from.isEmpty() ? 0 : chance.between(0, from.size() - 1);
        for (int i = 0; i < Math.min(from.size(), MOST_TRIES); i++) {
            Employee employee = from.get((first + i) % from.size());
            if (fits(employee, request, shift) && (!definite || isFree(employee, shift)) && request.asked().add(shift.id() + " " + employee.id())) {
                return employee;
            }
        }
        return null;
    }

    private boolean fits(Employee employee, Request request, Shift shift) {
        if (employee.library().equals(request.library())
            || !request.levels().entrySet().stream().allMatch(asked -> employee.levels().getOrDefault(asked.getKey(), 0) >= asked.getValue())) {
            return false;
        }
        int travel = TravelTime.minutes((int) Math.round(1_000 * employee.home().kilometresTo(request.branch().place())));
        LocalDateTime start = shift.wallStart();
        int minute = start.getHour() * 60 + start.getMinute();
        return travel <= employee.maxTravelMinutes()
            && employee.isAvailable(start.getDayOfWeek().getValue(), minute - travel, minute + shift.minutes() + travel);
    }

    private boolean isFree(Employee employee, Shift shift) {
        long from = shift.start().getEpochSecond();
        long to = shift.end().getEpochSecond();
        LocalDate monday = shift.wallStart().toLocalDate().with(DayOfWeek.MONDAY);
        long week = monday.atStartOfDay(Zones.AMSTERDAM).toEpochSecond();
        long taken = employee.bound().stream().filter(work -> work[0] >= week && work[0] < week + 7 * 86_400).mapToLong(work -> work[1] - work[0]).sum();
        return employee.isFree(from - PAUSE_SECONDS, to + PAUSE_SECONDS) && taken + to - from <= employee.maxMinutesPerWeek() * 60L;
    }

    private Shift shift(Request request, LocalDate day, LocalTime from, LocalTime to, int headcount) {
        Instant start = at(day, from);
        Instant end = at(day, to);
        int pause = Duration.between(start, end).toMinutes() > 330 ? 30 : 0;
        Shift shift = new Shift(chance.id(request.created()), start, end, headcount, pause);
        shifts.add(shift.id(), request.id(), start, end, headcount, pause);
        return shift;
    }

    private UUID place(Request request, Shift shift, Employee employee, PlacementState state, List<Party> agreed) {
        return place(request, shift, employee, state, agreed, null);
    }

    /** @param ended why it ended; null for any reason there may be */
    private UUID place(Request request, Shift shift, Employee employee, PlacementState state, List<Party> agreed, CancelReason ended) {
        Instant latest = minimum(now, shift.start());
        Instant begun = between(request.published(), latest);
        UUID id = chance.id(begun);
        UUID borrowerHr = staff.hrOf(request.library());
        UUID lenderHr = staff.hrOf(employee.library());
        boolean applied = agreed.get(0) == Party.EMPLOYEE;
        Party endedBy = switch (state) {
            case DECLINED -> agreed.contains(Party.LENDER) ? Party.EMPLOYEE : Party.LENDER;
            case WITHDRAWN -> Party.EMPLOYEE;
            case CANCELLED -> ended == null ? chance.oneOf(ALL) : Party.EMPLOYEE;
            default -> null;
        };
        CancelReason reason = endedBy == null ? null : ended == null ? chance.oneOf(CancelReason.choices()) : ended;
        int metres = (int) Math.round(1_000 * employee.home().kilometresTo(request.branch().place()));
        agreements.add(id, 1, "1", json(agreement(request, shift, employee, metres)), begun);
        Party first = agreed.get(0);
        tell(begun, personOf(first, employee, lenderHr, borrowerHr), state == PlacementState.STANDBY ? "standby" : applied ? "applied" : "proposed",
            id, first == Party.BORROWER ? request.library() : employee.library(), applied ? PlacementState.APPLIED : PlacementState.PROPOSED);
        Instant moment = begun;
        for (Party party : agreed) {
            UUID person = personOf(party, employee, lenderHr, borrowerHr);
            consents.add(chance.id(moment), id, party, "YES", person, moment, 1, null);
            if (party != first) {
                boolean last = agreed.size() == ALL.size() && party == agreed.get(ALL.size() - 1);
                tell(moment, person, last ? "confirmed" : "consented", id, party == Party.BORROWER ? request.library() : employee.library(),
                    last ? PlacementState.CONFIRMED : applied ? PlacementState.APPLIED : PlacementState.PROPOSED);
            }
            moment = between(moment, latest);
        }
        if (agreed.size() == ALL.size()) {
            checks.add(id, 1, moment, LIMITS_FROM, "[]");
        }
        if (endedBy != null) {
            UUID person = personOf(endedBy, employee, lenderHr, borrowerHr);
            if (state == PlacementState.DECLINED) {
                consents.add(chance.id(moment), id, endedBy, "NO", person, moment, 1, reason);
            }
            tell(moment, person, state.name().toLowerCase(Locale.ROOT), id, endedBy == Party.BORROWER ? request.library() : employee.library(), state);
        }
        placements.add(id, request.id(), shift.id(), employee.id(), employee.library().id(), request.library().id(), shift.start(), shift.end(),
            shift.breakMinutes(), state, WaadiGround.DEFAULT, begun.atZone(Zones.AMSTERDAM).toLocalDate(), VatGround.DEFAULT,
            reason, endedBy, applied ? employee.id() : borrowerHr, begun, moment);
        if (state == PlacementState.RUNNING || state == PlacementState.HOURS_CLOSED || state == PlacementState.SETTLED) {
            hours(id, request, shift, employee, state, metres);
        }
        if (state.isBooked()) {
            employee.bound().add(new long[] {shift.start().getEpochSecond(), shift.end().getEpochSecond()});
        }
        return id;
    }

    /** Hours in every state (R12); what differs comes from the placement's id, and those of an employee with an account wait for her. */
    private void hours(UUID id, Request request, Shift shift, Employee employee, PlacementState state, int metres) {
        int luck = Math.floorMod(id.hashCode(), 100);
        HoursState sheet = state != PlacementState.RUNNING ? HoursState.APPROVED : HOURS_OF_LATE.get(luck / 20);
        if (!shift.end().isBefore(now) || state == PlacementState.RUNNING && employee.reserved() || sheet == HoursState.OPEN) {
            return;
        }
        UUID borrowerHr = staff.hrOf(request.library());
        UUID lenderHr = staff.hrOf(employee.library());
        boolean corrected = sheet == HoursState.APPROVED && luck % 10 == 0;
        Instant end = luck % 4 == 0 ? shift.end().minus(Duration.ofMinutes(15)) : shift.end();
        int travel = 2 * TravelTime.minutes(metres);
        Instant entered = minimum(shift.end().plus(Duration.ofMinutes(10 + luck)), now);
        entries.add(id, 1, shift.start(), shift.end(), shift.breakMinutes(), travel, null, employee.id(), entered);
        if (sheet == HoursState.ENTERED) {
            timesheets.add(id, 1, employee.id(), sheet, 1, shift.start(), shift.end(), shift.breakMinutes(), travel, null, entered);
            return;
        }
        Instant last = decide(id, 1, HoursStep.SUBMITTED, employee.id(), entered, employee.library(), null);
        LocalDate monday = shift.wallStart().toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (sheet != HoursState.REJECTED && completed.add(employee.id() + " " + monday)) {
            weeks.add(employee.id(), monday, employee.id(), last);
        }
        if (sheet == HoursState.REJECTED) {
            last = decide(id, 1, HoursStep.REJECTED, borrowerHr, later(last), request.library(), "De pauze was langer dan hier staat.");
        }
        if (sheet == HoursState.CONFIRMED || sheet == HoursState.APPROVED) {
            last = decide(id, 1, HoursStep.CONFIRMED, borrowerHr, later(last), request.library(), null);
        }
        if (sheet == HoursState.APPROVED) {
            last = decide(id, 1, HoursStep.APPROVED, lenderHr, later(last), employee.library(), null);
        }
        if (corrected) {
            Instant again = later(last);
            entries.add(id, 2, shift.start(), end, shift.breakMinutes(), travel, "Ik ging eerder weg dan ik had opgeschreven.", employee.id(), again);
            last = decide(id, 2, HoursStep.SUBMITTED, employee.id(), again, employee.library(), null);
            if (state == PlacementState.SETTLED) {
                last = decide(id, 2, HoursStep.CONFIRMED, borrowerHr, later(last), request.library(), null);
                last = decide(id, 2, HoursStep.APPROVED, lenderHr, later(last), employee.library(), null);
            } else {
                sheet = HoursState.SUBMITTED;
            }
        }
        int entry = corrected ? 2 : 1;
        Integer approved = sheet == HoursState.APPROVED ? Integer.valueOf(entry) : corrected ? Integer.valueOf(1) : null;
        timesheets.add(id, 4 * entry, employee.id(), sheet, entry, shift.start(), corrected ? end : shift.end(), shift.breakMinutes(), travel, approved, last);
    }

    private Instant decide(UUID id, int entry, HoursStep step, UUID person, Instant at, Library library, String reason) {
        String key = id + " " + entry + " " + step;
        steps.add(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)), id, entry, step, person, at, reason);
        audit.add(at, person, staff.nameOf(person), "hours_" + step.name().toLowerCase(Locale.ROOT), "placement", id, library.id(),
            "{\"state\": \"" + step + "\", \"entry\": " + entry + "}");
        return at;
    }

    private Instant later(Instant moment) {
        return minimum(moment.plus(Duration.ofHours(19)), now);
    }

    /** The text they say yes to, as the product makes it: cautious grounds, the lender's cost price, no margin. */
    private AgreementContent agreement(Request request, Shift shift, Employee employee, int metres) {
        int minutes = shift.minutes() - shift.breakMinutes();
        int road = 2 * TravelTime.roadMetres(metres);
        int cents = costPrices.get(employee.library().id());
        CostPreview cost = CostPreview.of(minutes, cents, cents, road, KILOMETRE_CENTS, VatGround.DEFAULT, VAT_BASIS_POINTS);
        Money money = new Money(minutes, cents, road, KILOMETRE_CENTS, cost.workCents(), cost.travelCents(), cost.vatBasisPoints(), cost.vatCents(),
            cost.totalCents(), true, ratesFrom());
        return new AgreementContent(new AgreementContent.Employee(employee.name(), employee.function(), employee.contractMinutes()),
            new AgreementContent.Organisation(employee.library().name(), employee.library().isil()),
            new AgreementContent.Organisation(request.library().name(), request.library().isil()),
            new AgreementContent.Work(request.title(), request.title(), request.description(), request.branch().place().name(),
                request.branch().place().name(), request.purpose().name()),
            shift.start(), shift.end(), shift.breakMinutes(), money, WaadiGround.DEFAULT, WttaPosition.OUTSIDE_COLLEGIAL, WTTA_FROM, VatGround.DEFAULT,
            Set.of(), LIMITS_FROM.toString());
    }

    private static String json(AgreementContent content) {
        try {
            return Json.MAPPER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tell(Instant at, UUID person, String action, UUID placement, Library library, PlacementState state) {
        audit.add(at, person, staff.nameOf(person), action, "placement", placement, library.id(), "{\"state\": \"" + state + "\", \"textVersion\": 1}");
    }

    private LocalDate ratesFrom() {
        return today.withDayOfYear(1).minusYears(1);
    }

    private static UUID personOf(Party party, Employee employee, UUID lenderHr, UUID borrowerHr) {
        return switch (party) {
            case EMPLOYEE -> employee.id();
            case LENDER -> lenderHr;
            case BORROWER -> borrowerHr;
        };
    }

    private void write(Request request, RequestStatus status, Skills.Skill skill, List<Shift> own) {
        Instant deadline = chance.percent(75) ? own.get(0).start().minus(Duration.ofDays(chance.between(2, 5))) : null;
        requests.add(request.id(), request.library().id(), request.branch().id(), request.title(), request.description(),
            request.purpose(), status, request.country() ? "{NEIGHBOURS,REGION,COUNTRY}" : "{NEIGHBOURS,REGION}", deadline,
            staff.hrOf(request.library()), request.created(), status == RequestStatus.DRAFT ? null : request.published());
        UUID asking = staff.hrOf(request.library());
        audit.add(request.created(), asking, staff.nameOf(asking), "created", "request", request.id(), request.library().id(),
            "{\"shifts\": " + own.size() + "}");
        if (status != RequestStatus.DRAFT) {
            audit.add(request.published(), asking, staff.nameOf(asking), "published", "request", request.id(), request.library().id(), "{}");
        }
        request.levels().forEach((id, level) -> requestSkills.add(request.id(), id, level, "t"));
        if (chance.percent(35)) {
            Skills.Skill extra = skills.anyWork(chance);
            if (extra.id() != skill.id()) {
                requestSkills.add(request.id(), extra.id(), 1 + chance.weighted(50, 40, 10), "f");
            }
        }
    }

    private String title(Skills.Skill skill, Place place) {
        return chance.oneOf(List.of("Extra hulp: %s in %s", "%s in %s", "Wie komt helpen? %s in %s", "Versterking gezocht: %s in %s"))
            .formatted(skill.name(), place.name());
    }

    private String description(Purpose purpose) {
        String why = switch (purpose) {
            case CAPACITY -> chance.oneOf(List.of("In deze weken is het drukker dan anders en komen we mensen tekort.",
                "We zijn op deze dagen langer open dan anders.", "Er loopt een actie in het dorp en we verwachten meer bezoekers."));
            case EXPERTISE -> chance.oneOf(List.of("We beginnen hiermee en zoeken iemand die het al vaker deed.",
                "We zoeken iemand met ervaring die ons team ook iets kan leren."));
            case LEARNING -> "Je loopt mee met een ervaren collega. Een goede kans om dit werk te leren.";
        };
        return why + chance.oneOf(List.of("", " Je werkt samen met twee vaste collega's.", " De koffie staat klaar; je wordt een kwartier van tevoren ingewerkt.",
            " De bibliotheek ligt op loopafstand van de bushalte."));
    }

    private Instant earlier(Instant start, int days) {
        Instant wanted = start.minus(Duration.ofDays(days)).minus(Duration.ofMinutes(chance.between(0, 400)));
        Instant latest = now.minus(Duration.ofMinutes(chance.between(90, 9_000)));
        return minimum(wanted, latest);
    }

    /** Somewhere after {@code from}, at most three days on, and not after {@code latest}. */
    private Instant between(Instant from, Instant latest) {
        long room = Math.min(Duration.between(from, latest).toMinutes(), 4_320);
        return room <= 1 ? from : from.plus(Duration.ofMinutes(chance.between(1, (int) room)));
    }

    private static Instant minimum(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Zones.AMSTERDAM).toInstant();
    }

    private static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    private static LocalDate saturday(LocalDate day) {
        return day.plusDays(DayOfWeek.SATURDAY.getValue() - day.getDayOfWeek().getValue()).minusWeeks(day.getDayOfWeek() == DayOfWeek.SUNDAY ? -1 : 0);
    }

    void write(Connection connection) throws SQLException {
        for (Table table : List.of(rates, irregular, parties, requests, requestSkills, shifts, placements, consents, agreements, checks, timesheets, entries, steps, weeks, audit, swaps)) {
            table.write(connection);
        }
        try (var statement = connection.prepareStatement("update placement set swap_id = ?, replaces_id = ? where id = ?")) {
            for (UUID[] one : taken) {
                statement.setObject(1, one[0]);
                statement.setObject(2, one[1]);
                statement.setObject(3, one[2]);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
