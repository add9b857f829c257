package nl.vliegwiel.flexpool.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A request as people read it, with names and with what is filled.
 *
 * @param province of the place of work
 * @param deadline null for none
 * @param createdByName who made the draft
 * @param publishedAt null as long as it is a draft
 * @param urgency what happens when nobody comes
 * @param shifts in the order of time
 */
public record RequestView(UUID id, int version, UUID organisationId, String organisationName, UUID branchId, String branchName, String place,
        String province, String title, String description, Purpose purpose, RequestStatus status, List<Circle> circles, Instant deadline,
        String createdByName, Instant createdAt, Instant publishedAt, Urgency urgency, List<Skill> skills, List<ShiftView> shifts) {
    /** A skill asked for. */
    public record Skill(UUID skillId, String nameNl, String nameEn, int minLevel, boolean required) {
        public String name(String language) {
            return "en".equals(language) ? nameEn : nameNl;
        }
    }

    /**
     * A shift with what is filled.
     *
     * @param filled definite placements
     */
    public record ShiftView(UUID id, Instant start, Instant end, int headcount, int breakMinutes, int filled) {
        /** People still needed. */
        public int open() {
            return Math.max(0, headcount - filled);
        }
    }

    /** People asked for, all shifts together. */
    public int seats() {
        return shifts.stream().mapToInt(ShiftView::headcount).sum();
    }

    /** Definite placements, at most the headcount of each shift. */
    public int filled() {
        return shifts.stream().mapToInt(shift -> Math.min(shift.filled(), shift.headcount())).sum();
    }

    /** Begin of the first shift; null without shifts. */
    public Instant firstStart() {
        return shifts.isEmpty() ? null : shifts.get(0).start();
    }

    /** End of the last shift; null without shifts. */
    public Instant lastEnd() {
        return shifts.stream().map(ShiftView::end).max(Instant::compareTo).orElse(null);
    }
}
