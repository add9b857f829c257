package nl.vliegwiel.notification.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.vliegwiel.platform.outbox.Timing.Moment;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/**
 * What one person wants to be told, how and when.
 *
 * @param reminderMinutes how long before a loan she is reminded; 0 for not at all
 * @param topics her choice per topic; a topic that is missing comes as usual
 */
public record Preferences(int reminderMinutes, QuietHours quiet, Map<Topic, Channel> topics) {
    /** How messages about a topic come. */
    public enum Channel {
        /** Each by itself, outside quiet hours. */
        AT_ONCE,
        /** Together in one mail a day. */
        DAILY,
        /** Together in one mail on Monday. */
        WEEKLY,
        /** No mail: to be read in the inbox. */
        ONLY_HERE
    }

    public static final Preferences USUAL = new Preferences(24 * 60, QuietHours.USUAL, Map.of());
    private static final int LONGEST_REMINDER = 7 * 24 * 60;
    private static final LocalTime DIGEST = LocalTime.of(8, 0);

    public Preferences {
        topics = Map.copyOf(topics);
    }

    /** @throws RuleViolation a fault per field that makes no sense */
    public void requireSensible() {
        List<Violation> faults = new ArrayList<>();
        if (reminderMinutes < 0 || reminderMinutes > LONGEST_REMINDER) {
            faults.add(Violation.of("reminderMinutes", "settings.reminder.range", LONGEST_REMINDER));
        }
        if (!quiet.isSensible()) {
            faults.add(Violation.of("quietFrom", "settings.quiet.range"));
        }
        RuleViolation.throwIfAny(faults);
    }

    public Channel channel(Topic topic) {
        return topics.getOrDefault(topic, topic.usual());
    }

    /** The same with another choice for one topic. */
    public Preferences with(Topic topic, Channel channel) {
        Map<Topic, Channel> changed = new EnumMap<>(Topic.class);
        changed.putAll(topics);
        changed.put(topic, channel);
        return new Preferences(reminderMinutes, quiet, changed);
    }

    /**
     * When and how a message goes out.
     *
     * @param topic empty for what always comes at once
     * @param lastMinute it is about work that is near, so it comes at once too, unless she wants no mail about it
     */
    public Moment moment(Optional<Topic> topic, boolean lastMinute, Instant now) {
        if (topic.isEmpty()) {
            return Moment.now();
        }
        Channel channel = channel(topic.get());
        if (channel == Channel.ONLY_HERE) {
            return Moment.shown();
        }
        if (lastMinute) {
            return Moment.now();
        }
        return switch (channel) {
            case DAILY -> Moment.together(quiet.next(morning(now, false)));
            case WEEKLY -> Moment.together(quiet.next(morning(now, true)));
            default -> quiet.isQuiet(now) ? Moment.later(quiet.next(now)) : Moment.now();
        };
    }

    /** The next eight o'clock, or that of the next Monday. */
    private static Instant morning(Instant now, boolean monday) {
        LocalDate today = now.atZone(Zones.AMSTERDAM).toLocalDate();
        LocalDate day = monday ? today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)) : today;
        Instant next = day.atTime(DIGEST).atZone(Zones.AMSTERDAM).toInstant();
        return next.isAfter(now) ? next : day.plusDays(monday ? 7 : 1).atTime(DIGEST).atZone(Zones.AMSTERDAM).toInstant();
    }
}
