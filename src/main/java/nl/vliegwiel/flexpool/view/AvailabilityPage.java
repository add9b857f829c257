package nl.vliegwiel.flexpool.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.boundary.AvailabilityContent;
import nl.vliegwiel.flexpool.boundary.AvailabilityView;
import nl.vliegwiel.flexpool.boundary.BusyService;
import nl.vliegwiel.flexpool.boundary.CalendarImport;
import nl.vliegwiel.flexpool.boundary.PoolContent;
import nl.vliegwiel.flexpool.boundary.PoolService;
import nl.vliegwiel.flexpool.domain.Hours;
import nl.vliegwiel.flexpool.domain.PatternSentence;
import nl.vliegwiel.flexpool.domain.PoolMembership;
import nl.vliegwiel.flexpool.domain.TypedHours;
import nl.vliegwiel.flexpool.domain.WallClock;
import nl.vliegwiel.flexpool.domain.WeeklyHours;
import nl.vliegwiel.flexpool.domain.WeeklyPattern;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rest.FileLimit;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/**
 * The week of somebody who takes part. The typed fields are the truth; the bars are drawn by the script from them and
 * write into them, so that the page works by mouse, by keyboard, by voice and without a script.
 */
@Named("availabilityPage")
@ViewScoped
public class AvailabilityPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int BUSY_SHOWN = 10;
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})(?:[.,](\\d{1,2}))?");
    private static final List<Integer> TRAVEL = List.of(15, 30, 45, 60, 75, 90, 120, 150, 180, 240, 300);

    @Inject
    private PoolService pool;

    @Inject
    private BusyService calendars;

    @Inject
    private CurrentActor actor;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private boolean employee;
    private boolean participating;
    private boolean join;
    private String hoursPerWeek;
    private int maxTravelMinutes;
    private String place;
    private int poolVersion;
    private int availabilityVersion;
    private LocalDate today;
    private final List<Day> week = new ArrayList<>();
    private final List<Extra> exceptions = new ArrayList<>();
    private LocalDate extraFirst;
    private LocalDate extraLast;
    private LocalTime extraFrom;
    private LocalTime extraTo;
    private String extraKind = "NO";
    private transient Part calendar;
    private final List<Extra> busy = new ArrayList<>();
    private int busyMore;

    /** One row of the week. */
    public static class Day implements Serializable {
        private static final long serialVersionUID = 1L;

        private final DayOfWeek day;
        private final String name;
        private String hours;

        Day(DayOfWeek day, String name, String hours) {
            this.day = day;
            this.name = name;
            this.hours = hours;
        }

        public DayOfWeek getDay() {
            return day;
        }

        public String getName() {
            return name;
        }

        public String getHours() {
            return hours;
        }

        public void setHours(String hours) {
            this.hours = hours;
        }

        public boolean isFirst() {
            return day == DayOfWeek.MONDAY;
        }
    }

    /**
     * One exception in the list.
     *
     * @param saved false as long as it is only on the page
     */
    public record Extra(Instant start, Instant end, boolean available, boolean saved) implements Serializable {
    }

    @PostConstruct
    void load() {
        employee = actor.get().has(Role.EMPLOYEE);
        PoolMembership membership = pool.membership();
        participating = membership.participating();
        join = membership.version() == 0;
        hoursPerWeek = Hours.of(membership.maxMinutesPerWeek()).toPlainString().replace('.', "en".equals(language().getLanguage()) ? '.' : ',');
        maxTravelMinutes = membership.maxTravelMinutes();
        place = membership.place();
        poolVersion = membership.version();
        AvailabilityView availability = pool.availability();
        availabilityVersion = availability.version();
        Instant now = pool.now();
        today = now.atZone(Zones.AMSTERDAM).toLocalDate();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.add(new Day(day, day.getDisplayName(TextStyle.FULL, language()), TypedHours.write(availability.week().on(day))));
        }
        availability.overrides().stream().filter(one -> one.period().end().isAfter(now))
            .forEach(one -> exceptions.add(new Extra(one.period().start(), one.period().end(), one.available(), true)));
        List<Period> times = calendars.busy().map(BusyService.Busy::intervals).orElse(List.of());
        times.stream().limit(BUSY_SHOWN).forEach(one -> busy.add(new Extra(one.start(), one.end(), false, true)));
        busyMore = times.size() - busy.size();
    }

    private Locale language() {
        return languages.getLocale();
    }

    /** What the week says as it stands on the page; a day that cannot be read is left out, its fault stands at the field. */
    public String getSentence() {
        List<WeeklyHours> hours = new ArrayList<>();
        week.forEach(day -> TypedHours.tryParse(day.day, day.hours).ifPresent(hours::addAll));
        return new PatternSentence(language()).of(WeeklyPattern.of(hours));
    }

    /** Names of the days, for the script. */
    public String getDayNames() {
        return week.stream().map(Day::getName).collect(Collectors.joining(","));
    }

    /** Puts the hours of one day on others; also without a script. */
    public void copy(String from, String to) {
        String hours = week.get(DayOfWeek.valueOf(from).ordinal()).hours;
        Arrays.stream(to.split(",")).map(DayOfWeek::valueOf).forEach(day -> week.get(day.ordinal()).setHours(hours));
    }

    /** Puts the exception that was filled in into the list; it is saved with the rest. */
    public void add() {
        List<Violation> faults = new ArrayList<>();
        Optional<Extra> extra = filledIn(faults);
        if (extra.isEmpty() && faults.isEmpty()) {
            faults.add(Violation.of("extraFirst", "availability.extra.required"));
        }
        RuleViolation.throwIfAny(faults);
        extra.ifPresent(this::put);
        extraFirst = null;
        extraLast = null;
        extraFrom = null;
        extraTo = null;
    }

    private void put(Extra extra) {
        if (exceptions.stream().noneMatch(one -> one.start().equals(extra.start()) && one.end().equals(extra.end()))) {
            exceptions.add(extra);
            exceptions.sort(Comparator.comparing(Extra::start));
        }
    }

    public void remove(int index) {
        if (index >= 0 && index < exceptions.size()) {
            exceptions.remove(index);
        }
    }

    /** Whole days, or a stretch of time; empty when no date is filled in or there is a fault. */
    private Optional<Extra> filledIn(List<Violation> faults) {
        if (extraFirst == null) {
            return Optional.empty();
        }
        LocalDate last = extraLast == null ? extraFirst : extraLast;
        if (last.isBefore(extraFirst)) {
            faults.add(Violation.of("extraLast", "series.until.beforeFrom"));
            return Optional.empty();
        }
        Optional<Instant> start = moment("extraFrom", extraFirst, extraFrom == null ? LocalTime.MIDNIGHT : extraFrom, faults);
        Optional<Instant> end = extraTo == null ? moment("extraLast", last.plusDays(1), LocalTime.MIDNIGHT, faults)
            : moment("extraTo", last, extraTo, faults);
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        if (!end.get().isAfter(start.get())) {
            faults.add(Violation.of("extraTo", "availability.override.endAfterStart"));
            return Optional.empty();
        }
        return Optional.of(new Extra(start.get(), end.get(), "YES".equals(extraKind), false));
    }

    private static Optional<Instant> moment(String field, LocalDate date, LocalTime time, List<Violation> faults) {
        Optional<Instant> moment = WallClock.instant(date, time);
        if (moment.isEmpty()) {
            faults.add(WallClock.doesNotExist(field, date, time));
        }
        return moment;
    }

    /** Saves the week, the exceptions and how she takes part, all at once. */
    public String save() {
        List<Violation> faults = new ArrayList<>();
        List<AvailabilityContent.Day> days = new ArrayList<>();
        for (int i = 0; i < week.size(); i++) {
            Day day = week.get(i);
            try {
                TypedHours.parse(day.day, day.hours).forEach(hours -> days.add(new AvailabilityContent.Day(day.day, hours.from(), hours.to())));
            } catch (RuleViolation refusal) {
                faults.add(Violation.of("week[" + i + "].hours", refusal.key(), refusal.arguments()));
            }
        }
        // Who fills in an exception and presses save means it, also without the button beside it
        Optional<Extra> extra = filledIn(faults);
        Integer minutes = minutes();
        if (minutes == null) {
            faults.add(Violation.of("maxMinutesPerWeek", "pool.hours.range", PoolMembership.MOST_PER_WEEK / 60));
        }
        RuleViolation.throwIfAny(faults);
        List<Extra> all = new ArrayList<>(exceptions);
        extra.ifPresent(all::add);
        boolean in = participating || join;
        pool.saveAll(new PoolContent(in, maxTravelMinutes, minutes, place), poolVersion, new AvailabilityContent(days,
            all.stream().map(one -> new AvailabilityContent.Extra(one.start(), one.end(), one.available())).toList()), availabilityVersion);
        notices.done(Texts.of(language(), in ? "availability.done.saved" : "availability.done.savedOut"));
        return "/flexpool/availability?faces-redirect=true";
    }

    private Integer minutes() {
        String typed = hoursPerWeek == null ? "" : hoursPerWeek.strip();
        return HOURS.matcher(typed).matches() ? new BigDecimal(typed.replace(',', '.')).multiply(BigDecimal.valueOf(60)).intValue() : null;
    }

    /** R11: one press, no reason asked. */
    public String leave() {
        pool.leave();
        notices.done(Texts.of(language(), "availability.done.left"));
        return "/flexpool/availability?faces-redirect=true";
    }

    /** Reads a calendar file; what was only typed stays in the browser and comes back. */
    public String read() throws IOException {
        if (calendar == null || calendar.getSize() == 0) {
            throw new RuleViolation(List.of(Violation.of("calendar", "availability.calendar.required")));
        }
        if (calendar.getSize() > FileLimit.LARGEST) {
            throw new RuleViolation(List.of(Violation.of("calendar", "availability.calendar.tooLarge")));
        }
        try (InputStream file = calendar.getInputStream()) {
            CalendarImport done = pool.importCalendar(file.readNBytes(FileLimit.LARGEST), null);
            notices.done(Texts.of(language(), "availability.done.calendar", done.added()));
        } catch (RuleViolation refusal) {
            throw new RuleViolation(List.of(Violation.of("calendar", refusal.key(), refusal.arguments())));
        }
        return "/flexpool/availability?faces-redirect=true";
    }

    /** Whole days by their dates, else with the times. */
    public String text(Extra one) {
        Formats formats = Formats.in(language());
        var start = one.start().atZone(Zones.AMSTERDAM);
        var end = one.end().atZone(Zones.AMSTERDAM);
        boolean whole = start.toLocalTime().equals(LocalTime.MIDNIGHT) && end.toLocalTime().equals(LocalTime.MIDNIGHT);
        return whole ? formats.days(start.toLocalDate(), end.toLocalDate().minusDays(1)) : formats.period(one.start(), one.end());
    }

    /** Usual limits and the one that is set now, in minutes. */
    public List<Integer> getTravelChoices() {
        TreeSet<Integer> choices = new TreeSet<>(TRAVEL);
        choices.add(maxTravelMinutes);
        return List.copyOf(choices);
    }

    public List<String> places(String start) {
        return pool.places(start);
    }

    public String getToday() {
        return today.toString();
    }

    /** The next times in which her own calendar says that she is busy. */
    public List<Extra> getBusy() {
        return busy;
    }

    /** How many more there are. */
    public int getBusyMore() {
        return busyMore;
    }

    public boolean isEmployee() {
        return employee;
    }

    public boolean isParticipating() {
        return participating;
    }

    public List<Day> getWeek() {
        return week;
    }

    public List<Extra> getExceptions() {
        return exceptions;
    }

    public boolean isJoin() {
        return join;
    }

    public void setJoin(boolean join) {
        this.join = join;
    }

    public String getHoursPerWeek() {
        return hoursPerWeek;
    }

    public void setHoursPerWeek(String hoursPerWeek) {
        this.hoursPerWeek = hoursPerWeek;
    }

    public int getMaxTravelMinutes() {
        return maxTravelMinutes;
    }

    public void setMaxTravelMinutes(int maxTravelMinutes) {
        this.maxTravelMinutes = maxTravelMinutes;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public LocalDate getExtraFirst() {
        return extraFirst;
    }

    public void setExtraFirst(LocalDate extraFirst) {
        this.extraFirst = extraFirst;
    }

    public LocalDate getExtraLast() {
        return extraLast;
    }

    public void setExtraLast(LocalDate extraLast) {
        this.extraLast = extraLast;
    }

    public LocalTime getExtraFrom() {
        return extraFrom;
    }

    public void setExtraFrom(LocalTime extraFrom) {
        this.extraFrom = extraFrom;
    }

    public LocalTime getExtraTo() {
        return extraTo;
    }

    public void setExtraTo(LocalTime extraTo) {
        this.extraTo = extraTo;
    }

    public String getExtraKind() {
        return extraKind;
    }

    public void setExtraKind(String extraKind) {
        this.extraKind = extraKind;
    }

    public Part getCalendar() {
        return calendar;
    }

    public void setCalendar(Part calendar) {
        this.calendar = calendar;
    }
}
