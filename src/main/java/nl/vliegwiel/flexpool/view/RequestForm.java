package nl.vliegwiel.flexpool.view;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.RequestContent;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.Purpose;
import nl.vliegwiel.flexpool.domain.RequestView;
import nl.vliegwiel.flexpool.domain.Urgency;
import nl.vliegwiel.flexpool.domain.WallClock;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/** A request as it is typed. Everything is text until it is read as a whole, so that nothing typed is lost by a fault elsewhere. */
public class RequestForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String title;
    private String description;
    private Purpose purpose = Purpose.CAPACITY;
    private Urgency urgency = Urgency.NORMAL;
    private UUID branchId;
    private List<Circle> circles = new ArrayList<>(List.of(Circle.NEIGHBOURS, Circle.REGION));
    private String deadline;
    private Instant formerDeadline;
    private final List<SkillRow> skills = new ArrayList<>();
    private final List<ShiftRow> shifts = new ArrayList<>();

    /** A skill as it is chosen. */
    public static class SkillRow implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID skillId;
        private int minLevel = 2;
        private boolean required = true;

        public UUID getSkillId() {
            return skillId;
        }

        public void setSkillId(UUID skillId) {
            this.skillId = skillId;
        }

        public int getMinLevel() {
            return minLevel;
        }

        public void setMinLevel(int minLevel) {
            this.minLevel = minLevel;
        }

        public boolean isRequired() {
            return required;
        }

        public void setRequired(boolean required) {
            this.required = required;
        }
    }

    /** A shift as it is typed. */
    public static class ShiftRow implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID id;
        private String date;
        private String start;
        private String end;
        private String headcount = "1";
        private String breakMinutes;

        boolean isEmpty() {
            return blank(date) && blank(start) && blank(end);
        }

        public String getDate() {
            return date;
        }

        public void setDate(String date) {
            this.date = date;
        }

        public String getStart() {
            return start;
        }

        public void setStart(String start) {
            this.start = start;
        }

        public String getEnd() {
            return end;
        }

        public void setEnd(String end) {
            this.end = end;
        }

        public String getHeadcount() {
            return headcount;
        }

        public void setHeadcount(String headcount) {
            this.headcount = headcount;
        }

        public String getBreakMinutes() {
            return breakMinutes;
        }

        public void setBreakMinutes(String breakMinutes) {
            this.breakMinutes = breakMinutes;
        }
    }

    /**
     * @param weeks by which everything moves on; 0 for the request itself
     * @param copy a new request with shifts of its own
     */
    static RequestForm of(RequestView view, int weeks, boolean copy) {
        RequestForm form = new RequestForm();
        form.title = view.title();
        form.description = view.description();
        form.purpose = view.purpose();
        form.urgency = view.urgency();
        form.branchId = view.branchId();
        form.circles = new ArrayList<>(view.circles());
        if (view.deadline() != null) {
            ZonedDateTime moved = view.deadline().atZone(Zones.AMSTERDAM).plusWeeks(weeks);
            form.formerDeadline = moved.toInstant();
            form.deadline = lastDay(form.formerDeadline);
        }
        view.skills().forEach(skill -> form.skill(skill.skillId(), skill.minLevel(), skill.required()));
        view.shifts().forEach(shift -> form.shift(copy ? null : shift.id(), shift.start().atZone(Zones.AMSTERDAM).plusWeeks(weeks).toInstant(),
            shift.end().atZone(Zones.AMSTERDAM).plusWeeks(weeks).toInstant(), shift.headcount(), shift.breakMinutes()));
        return form;
    }

    private static String lastDay(Instant deadline) {
        return deadline.minusNanos(1).atZone(Zones.AMSTERDAM).toLocalDate().toString();
    }

    private void skill(UUID skillId, int level, boolean required) {
        SkillRow row = new SkillRow();
        row.setSkillId(skillId);
        row.setMinLevel(level);
        row.setRequired(required);
        skills.add(row);
    }

    final void shift(UUID id, Instant start, Instant end, int headcount, Integer breakMinutes) {
        ShiftRow row = new ShiftRow();
        row.id = id;
        row.date = start.atZone(Zones.AMSTERDAM).toLocalDate().toString();
        row.start = start.atZone(Zones.AMSTERDAM).toLocalTime().toString();
        row.end = end.atZone(Zones.AMSTERDAM).toLocalTime().toString();
        row.headcount = String.valueOf(headcount);
        row.breakMinutes = breakMinutes == null ? null : String.valueOf(breakMinutes);
        shifts.add(row);
    }

    /** Takes away rows in which nothing stands, so that the rows count as those that are sent. */
    void tidy() {
        shifts.removeIf(ShiftRow::isEmpty);
        skills.removeIf(row -> row.skillId == null);
    }

    /**
     * Reads what is typed.
     *
     * @param faults is added to, with the fields of the page
     */
    RequestContent content(UUID organisationId, List<Violation> faults) {
        List<RequestContent.ShiftAsk> asks = new ArrayList<>();
        for (int i = 0; i < shifts.size(); i++) {
            asks.add(ask(shifts.get(i), "shifts[" + i + "].", faults));
        }
        return new RequestContent(organisationId, branchId, title, description, purpose,
            skills.stream().map(row -> new RequestContent.SkillAsk(row.skillId, row.minLevel, row.required)).toList(), asks, circles,
            deadline(faults), urgency);
    }

    private static RequestContent.ShiftAsk ask(ShiftRow row, String field, List<Violation> faults) {
        int before = faults.size();
        Optional<LocalDate> date = date(row.date, field + "date", faults);
        Optional<LocalTime> start = time(row.start, field + "start", faults);
        Optional<LocalTime> end = time(row.end, field + "end", faults);
        Integer headcount = number(row.headcount, field + "headcount", faults);
        Integer rest = blank(row.breakMinutes) ? null : number(row.breakMinutes, field + "breakMinutes", faults);
        if (faults.size() > before || date.isEmpty() || start.isEmpty() || end.isEmpty()) {
            return null;
        }
        Optional<Instant> begins = WallClock.instant(date.get(), start.get());
        // The end of a day is typed as 00:00
        LocalDate endDate = end.get().equals(LocalTime.MIDNIGHT) ? date.get().plusDays(1) : date.get();
        Optional<Instant> ends = WallClock.instant(endDate, end.get());
        if (begins.isEmpty()) {
            faults.add(WallClock.doesNotExist(field + "start", date.get(), start.get()));
        }
        if (ends.isEmpty()) {
            faults.add(WallClock.doesNotExist(field + "end", endDate, end.get()));
        }
        return begins.isEmpty() || ends.isEmpty() ? null : new RequestContent.ShiftAsk(row.id, begins.get(), ends.get(), headcount, rest);
    }

    private Instant deadline(List<Violation> faults) {
        if (blank(deadline)) {
            return null;
        }
        if (formerDeadline != null && deadline.equals(lastDay(formerDeadline))) {
            return formerDeadline;
        }
        return date(deadline, "deadline", faults).map(day -> day.plusDays(1).atStartOfDay(Zones.AMSTERDAM).toInstant()).orElse(null);
    }

    static Optional<LocalDate> date(String text, String field, List<Violation> faults) {
        try {
            LocalDate date = LocalDate.parse(blank(text) ? "" : text.strip());
            if (date.getYear() >= 2000 && date.getYear() < 2100) {
                return Optional.of(date);
            }
            faults.add(Violation.of(field, "shift.time.range"));
        } catch (DateTimeParseException notADate) {
            faults.add(Violation.of(field, "request.date.wrong"));
        }
        return Optional.empty();
    }

    static Optional<LocalTime> time(String text, String field, List<Violation> faults) {
        try {
            String typed = blank(text) ? "" : text.strip().replace('.', ':');
            return Optional.of("24:00".equals(typed) ? LocalTime.MIDNIGHT : LocalTime.parse(typed.matches("\\d:\\d\\d") ? "0" + typed : typed));
        } catch (DateTimeParseException notATime) {
            faults.add(Violation.of(field, "availability.hours.notATime"));
            return Optional.empty();
        }
    }

    static Integer number(String text, String field, List<Violation> faults) {
        if (text != null && text.strip().matches("\\d{1,4}")) {
            return Integer.valueOf(text.strip());
        }
        faults.add(Violation.of(field, "request.number.wrong"));
        return null;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public Purpose getPurpose() {
        return purpose;
    }

    public void setPurpose(Purpose purpose) {
        this.purpose = purpose;
    }

    public Urgency getUrgency() {
        return urgency;
    }

    public void setUrgency(Urgency urgency) {
        this.urgency = urgency;
    }

    public UUID getBranchId() {
        return branchId;
    }

    public void setBranchId(UUID branchId) {
        this.branchId = branchId;
    }

    public List<Circle> getCircles() {
        return circles;
    }

    public void setCircles(List<Circle> circles) {
        this.circles = circles;
    }

    public String getDeadline() {
        return deadline;
    }

    public void setDeadline(String deadline) {
        this.deadline = deadline;
    }

    public List<SkillRow> getSkills() {
        return skills;
    }

    public List<ShiftRow> getShifts() {
        return shifts;
    }
}
