package nl.vliegwiel.flexpool.domain.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.Periods;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.flexpool.domain.worktime.HomeHours;
import nl.vliegwiel.flexpool.domain.worktime.Work;
import nl.vliegwiel.flexpool.domain.worktime.WorkRecord;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeCheck;
import nl.vliegwiel.organisation.TravelTime;
import nl.vliegwiel.platform.time.Period;

/**
 * One member of the pool as the ranking sees her: no name, age, sex, health or behaviour. Immutable and small,
 * because all members are held in memory.
 */
public final class PoolMember {
    /** An employment.
     *
     * @param until last day; null when no end is known
     */
    public record Job(UUID organisationId, LocalDate from, LocalDate until, int minutesPerWeek) {
        boolean holdsOn(LocalDate first, LocalDate last) {
            return !from.isAfter(first) && (until == null || !until.isBefore(last));
        }
    }

    /** A skill held; validUntil is null when it does not expire. */
    public record Held(int skillId, int level, LocalDate validUntil) {
    }

    /** A definite placement. */
    public record Loan(Instant from, Instant to, int breakMinutes, UUID branchId) {
        Period period() {
            return new Period(from, to);
        }

        int netMinutes() {
            return Math.toIntExact(period().minutes()) - breakMinutes;
        }
    }

    private final UUID personId;
    private final boolean participating;
    private final int x;
    private final int y;
    private final int travelLimit;
    private final int offered;
    private final Job[] jobs;
    private final Held[] skills;
    private final int[] week;
    private final long[] extra;
    private final long[] blocked;
    private final Loan[] loans;

    /**
     * @param x metres on the grid of the Netherlands, of where she travels from
     * @param travelLimit minutes one way
     * @param offered minutes of loans a week
     * @param week minutes since Monday 00:00 on the wall clock: begin, end, begin, end …, joined and in order
     * @param extra exceptions that add time, in the same form
     * @param blocked exceptions that take time
     * @param loans in the order of their begin
     */
    public PoolMember(UUID personId, boolean participating, int x, int y, int travelLimit, int offered, List<Job> jobs, List<Held> skills,
            int[] week, List<Instant> extra, List<Instant> blocked, List<Loan> loans) {
        this.personId = personId;
        this.participating = participating;
        this.x = x;
        this.y = y;
        this.travelLimit = travelLimit;
        this.offered = offered;
        this.jobs = jobs.toArray(Job[]::new);
        this.skills = skills.toArray(Held[]::new);
        this.week = week.clone();
        this.extra = extra.stream().mapToLong(WallMinutes::micros).toArray();
        this.blocked = blocked.stream().mapToLong(WallMinutes::micros).toArray();
        this.loans = loans.toArray(Loan[]::new);
    }

    private PoolMember(PoolMember same, List<Loan> loans) {
        personId = same.personId;
        participating = same.participating;
        x = same.x;
        y = same.y;
        travelLimit = same.travelLimit;
        offered = same.offered;
        jobs = same.jobs;
        skills = same.skills;
        week = same.week;
        extra = same.extra;
        blocked = same.blocked;
        this.loans = loans.toArray(Loan[]::new);
    }

    /** She with these loans besides her own, as if they were definite. */
    public PoolMember with(List<Loan> more) {
        List<Loan> all = new ArrayList<>(List.of(loans));
        all.addAll(more);
        all.sort(Comparator.comparing(Loan::from));
        return new PoolMember(this, all);
    }

    /** Definite placements of which some part lies in between. */
    public List<Loan> loansBetween(Instant from, Instant to) {
        return Arrays.stream(loans).filter(loan -> loan.from().isBefore(to) && from.isBefore(loan.to())).toList();
    }

    /** Where she has a job on this day. */
    public Set<UUID> employersOn(LocalDate day) {
        return Arrays.stream(jobs).filter(job -> job.holdsOn(day, day)).map(Job::organisationId).collect(Collectors.toSet());
    }

    /** Minutes of loans that she still offers in the week of the shift. */
    public int minutesLeft(ShiftDemand demand) {
        return minutesLeft(new ShiftTimes(demand));
    }

    public UUID personId() {
        return personId;
    }

    public boolean participating() {
        return participating;
    }

    public int x() {
        return x;
    }

    public int y() {
        return y;
    }

    public int travelLimit() {
        return travelLimit;
    }

    int[] week() {
        return week;
    }

    boolean hasExtraTime() {
        return extra.length > 0;
    }

    List<Held> skills() {
        return List.of(skills);
    }

    /** Level 1–4 of a skill, 0 when she has not got it. */
    public int level(int skillId) {
        Held held = held(skillId);
        return held == null ? 0 : held.level();
    }

    private Held held(int skillId) {
        for (Held held : skills) {
            if (held.skillId() == skillId) {
                return held;
            }
        }
        return null;
    }

    public int metresTo(ShiftDemand demand) {
        double dx = (double) x - demand.x();
        double dy = (double) y - demand.y();
        return (int) Math.round(Math.sqrt(dx * dx + dy * dy));
    }

    /** Works somewhere on all days of the shift. */
    boolean isEmployed(ShiftTimes times) {
        for (Job job : jobs) {
            if (job.holdsOn(times.firstDay, times.lastDay)) {
                return true;
            }
        }
        return false;
    }

    Set<Circle> circles(ShiftTimes times) {
        ShiftDemand demand = times.demand;
        boolean employed = false;
        boolean own = false;
        boolean neighbour = false;
        boolean region = false;
        for (Job job : jobs) {
            if (job.holdsOn(times.firstDay, times.lastDay)) {
                employed = true;
                own |= job.organisationId().equals(demand.organisationId());
                neighbour |= demand.neighbours().contains(job.organisationId());
                region |= demand.regionLibraries().contains(job.organisationId());
            }
        }
        return employed ? Circle.of(own, demand.favourites().contains(personId), neighbour, region) : EnumSet.noneOf(Circle.class);
    }

    /** Stands in a circle that the request names; {@link #circles} without a set, for asking many. */
    boolean isReached(ShiftTimes times) {
        Set<Circle> asked = times.demand.circles();
        boolean favourite = asked.contains(Circle.FAVOURITES) && times.demand.favourites().contains(personId);
        boolean other = false;
        boolean near = false;
        boolean region = false;
        for (Job job : jobs) {
            if (job.holdsOn(times.firstDay, times.lastDay)) {
                if (favourite) {
                    return true;
                }
                if (job.organisationId().equals(times.demand.organisationId())) {
                    return asked.contains(Circle.OWN);
                }
                other = true;
                near |= times.demand.neighbours().contains(job.organisationId());
                region |= times.demand.regionLibraries().contains(job.organisationId());
            }
        }
        return other && asked.contains(Circle.COUNTRY) || near && asked.contains(Circle.NEIGHBOURS) || region && asked.contains(Circle.REGION);
    }

    boolean hasSkills(List<ShiftDemand.Skill> asked) {
        for (ShiftDemand.Skill skill : asked) {
            if (skill.required() && level(skill.id()) < skill.level()) {
                return false;
            }
        }
        return true;
    }

    boolean hasValidCertificates(List<ShiftDemand.Skill> asked, LocalDate lastDay) {
        for (ShiftDemand.Skill skill : asked) {
            if (skill.required()) {
                Held held = held(skill.id());
                if (held != null && held.validUntil() != null && held.validUntil().isBefore(lastDay)) {
                    return false;
                }
            }
        }
        return true;
    }

    boolean isFree(ShiftTimes times) {
        if (WallMinutes.overlaps(blocked, times.from, times.to)) {
            return false;
        }
        if (!WallMinutes.overlaps(extra, times.from, times.to)) {
            return WallMinutes.covers(week, times.wall);
        }
        long from = times.from;
        for (int i = 0; i < extra.length && from < times.to; i += 2) {
            if (extra[i + 1] > from && extra[i] < times.to) {
                if (extra[i] > from && !WallMinutes.covers(week, WallMinutes.of(from, extra[i]))) {
                    return false;
                }
                from = extra[i + 1];
            }
        }
        return from >= times.to || WallMinutes.covers(week, WallMinutes.of(from, times.to));
    }

    boolean isBound(ShiftTimes times) {
        for (Loan loan : loans) {
            if (loan.from().isBefore(times.demand.shift().end()) && times.demand.shift().start().isBefore(loan.to())) {
                return true;
            }
        }
        return false;
    }

    /** Net minutes of loans in the week in which the shift begins; a loan over its edge is shared out by length. */
    int loanMinutesInWeek(ShiftTimes times) {
        int sum = 0;
        for (Loan loan : loans) {
            if (loan.from().isBefore(times.week.end()) && times.week.start().isBefore(loan.to())) {
                sum += loan.netMinutes() * Periods.minutesWithin(loan.period(), times.week) / Math.max(1, loan.period().minutes());
            }
        }
        return sum;
    }

    int minutesLeft(ShiftTimes times) {
        return offered - loanMinutesInWeek(times);
    }

    /** Definite placements that began in the twelve weeks before the shift. */
    int recentLoans(ShiftTimes times) {
        int number = 0;
        for (Loan loan : loans) {
            if (!loan.from().isBefore(times.twelveWeeksBefore) && loan.from().isBefore(times.demand.shift().start())) {
                number++;
            }
        }
        return number;
    }

    int timesAtBranch(ShiftTimes times) {
        int number = 0;
        for (Loan loan : loans) {
            if (loan.branchId().equals(times.demand.branchId()) && loan.from().isBefore(times.demand.shift().start())) {
                number++;
            }
        }
        return number;
    }

    int contractMinutes(ShiftTimes times) {
        int sum = 0;
        for (Job job : jobs) {
            sum += job.holdsOn(times.firstDay, times.lastDay) ? job.minutesPerWeek() : 0;
        }
        return sum;
    }

    /** True when other work could matter to the working-time check of the shift. */
    boolean hasWorkAround(ShiftTimes times) {
        for (Loan loan : loans) {
            if (loan.to().isAfter(times.earliest) && loan.from().isBefore(times.latest)) {
                return true;
            }
        }
        return false;
    }

    boolean worksAt(ShiftTimes times) {
        return circles(times).contains(Circle.OWN);
    }

    /**
     * What the working-time check says (R5).
     *
     * @param travel minutes one way between a branch and the place of the shift
     */
    List<Finding> findings(ShiftTimes times, WorkingTimeCheck check, ToIntFunction<UUID> travel) {
        ShiftDemand demand = times.demand;
        List<Work> others = new ArrayList<>();
        for (Loan loan : loans) {
            if (loan.to().isAfter(times.earliest) && loan.from().isBefore(times.latest)) {
                boolean near = loan.to().isAfter(times.dayBefore) && loan.from().isBefore(times.dayAfter);
                Work work = Work.loan(loan.period(), loan.breakMinutes());
                others.add(near && !loan.branchId().equals(demand.branchId()) ? work.withTravel(travel.applyAsInt(loan.branchId())) : work);
            }
        }
        int contract = contractMinutes(times);
        HomeHours home = worksAt(times) ? HomeHours.onTop(contract) : HomeHours.assumed(contract);
        return check.check(new WorkRecord(Work.loan(demand.shift(), demand.breakMinutes()), others, home, offered, ShiftDemand.WEEK_START));
    }

    List<AskedSkill> askedSkills(ShiftDemand demand) {
        return demand.skills().stream().map(asked -> {
            Held held = held(asked.id());
            return new AskedSkill(asked.name(), asked.level(), asked.required(), held == null ? 0 : held.level(), held == null ? null : held.validUntil());
        }).toList();
    }

    /** All that {@link WhyNot} looks at. */
    EligibilityFacts eligibility(ShiftTimes times, List<Finding> findings) {
        ShiftDemand demand = times.demand;
        int metres = metresTo(demand);
        return new EligibilityFacts(participating, demand.circles(), circles(times), askedSkills(demand), demand.shift(), demand.minutes(), metres,
                TravelTime.minutes(metres), travelLimit, isFree(times) ? List.of() : notFree(times),
                Arrays.stream(loans).map(Loan::period).filter(demand.shift()::overlaps).toList(), offered, loanMinutesInWeek(times), findings);
    }

    /** Minute by minute is slow and only asked for one person: the parts of the shift in which she is not free. */
    private List<Period> notFree(ShiftTimes times) {
        List<Period> parts = new ArrayList<>();
        long minute = 60_000_000L;
        for (long at = times.from; at < times.to; at += minute) {
            long to = Math.min(at + minute, times.to);
            boolean free = !WallMinutes.overlaps(blocked, at, to)
                    && (WallMinutes.overlaps(extra, at, to) || WallMinutes.covers(week, WallMinutes.of(at, to)));
            if (!free) {
                parts.add(new Period(WallMinutes.instant(at), WallMinutes.instant(to)));
            }
        }
        return parts.isEmpty() ? List.of(times.demand.shift()) : Periods.joined(parts);
    }

    /** All that the score looks at; the way counted in {@link TravelBand bands}. */
    CandidateFacts candidate(ShiftTimes times, String ref) {
        ShiftDemand demand = times.demand;
        int metres = metresTo(demand);
        return new CandidateFacts(ref, askedSkills(demand), TravelBand.metres(metres), TravelBand.minutes(metres), minutesLeft(times), demand.minutes(),
                recentLoans(times), timesAtBranch(times));
    }
}
