package nl.vliegwiel.flexpool.domain.ranking;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import nl.vliegwiel.platform.time.Zones;

/**
 * Stretches of time as minutes of the week on the wall clock of Europe/Amsterdam, and as microseconds since 1970:
 * flat arrays of begin, end, begin, end …, small and quick to compare for a hundred thousand people.
 */
final class WallMinutes {
    private static final int WEEK = 7 * 24 * 60;
    private static final long MICROS = 1_000_000L;

    private WallMinutes() {
    }

    /** Minutes since Monday 00:00 of every moment from begin to end; cut where the week or the offset changes. */
    static int[] of(long fromMicros, long toMicros) {
        int[] minutes = new int[4];
        int size = 0;
        long from = fromMicros;
        while (from < toMicros) {
            ZonedDateTime local = instant(from).atZone(Zones.AMSTERDAM);
            var change = Zones.AMSTERDAM.getRules().nextTransition(local.toInstant());
            long to = change == null ? toMicros : Math.min(toMicros, change.getInstant().getEpochSecond() * MICROS);
            int begin = (local.getDayOfWeek().getValue() - 1) * 24 * 60 + local.getHour() * 60 + local.getMinute();
            ZoneOffset offset = local.getOffset();
            long minuteStart = local.truncatedTo(ChronoUnit.MINUTES).withZoneSameInstant(offset).toEpochSecond() * MICROS;
            long end = Math.min(begin + -Math.floorDiv(-(to - minuteStart), 60 * MICROS), WEEK);
            minutes = size + 2 > minutes.length ? Arrays.copyOf(minutes, 2 * size) : minutes;
            minutes[size++] = begin;
            minutes[size++] = (int) end;
            from = end < WEEK ? to : Math.min(to, minuteStart + (WEEK - begin) * 60L * MICROS);
        }
        return Arrays.copyOf(minutes, size);
    }

    /** True when each piece lies within one stretch of the week; the stretches are joined, so none needs two. */
    static boolean covers(int[] week, int[] pieces) {
        for (int p = 0; p < pieces.length; p += 2) {
            boolean within = false;
            for (int w = 0; w < week.length && !within; w += 2) {
                within = week[w] <= pieces[p] && pieces[p + 1] <= week[w + 1];
            }
            if (!within) {
                return false;
            }
        }
        return true;
    }

    static boolean overlaps(long[] stretches, long from, long to) {
        for (int i = 0; i < stretches.length; i += 2) {
            if (stretches[i] < to && from < stretches[i + 1]) {
                return true;
            }
        }
        return false;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000L);
    }

    static long micros(Instant moment) {
        return moment.getEpochSecond() * MICROS + moment.getNano() / 1000;
    }
}
