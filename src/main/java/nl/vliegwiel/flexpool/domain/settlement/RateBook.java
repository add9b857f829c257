package nl.vliegwiel.flexpool.domain.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.domain.agreement.Rate;
import nl.vliegwiel.flexpool.domain.agreement.RateKind;
import nl.vliegwiel.flexpool.domain.hours.WorkedHours;
import nl.vliegwiel.platform.time.Zones;

/**
 * All dated figures by which the hours of one library are priced (R6).
 *
 * @param hours prices of an hour
 * @param irregular what is paid on top
 * @param general rates of everybody: kilometres and VAT, or the library's own kilometres
 * @param holidays which days are public holidays
 */
public record RateBook(List<HourPrice> hours, List<IrregularHours> irregular, List<Rate> general, PublicHolidays holidays) {
    private static final int MINUTES_AN_HOUR = 60;
    private static final int MILLE = 1_000;

    public RateBook {
        hours = List.copyOf(hours);
        irregular = List.copyOf(irregular);
        general = List.copyOf(general);
    }

    /** The price of her scale on that day, or that of everybody. */
    public Optional<HourPrice> hour(LocalDate day, String scale) {
        return hours.stream().filter(price -> price.holdsOn(day) && (price.scale() == null || price.scale().equals(scale)))
            .max(Comparator.comparing((HourPrice price) -> price.scale() != null).thenComparing(HourPrice::from));
    }

    public Optional<Rate> on(LocalDate day, RateKind kind) {
        return Rate.on(general, kind, day);
    }

    /**
     * Minutes that are paid on top, and with how much: the break counts as taken evenly over the work.
     *
     * @param minutes net minutes of the stretch
     * @param perMille of the wage; 0 for ordinary hours
     */
    public record Stretch(long minutes, int perMille, LocalDate from, boolean demo) {
    }

    /** What is paid on top on a day: on a public holiday that of holidays, and that of the weekday only at the other hours. */
    private List<IrregularHours> on(LocalDate day) {
        boolean holiday = holidays.on(day);
        List<IrregularHours> today = irregular.stream().filter(paid -> paid.holdsOn(day, holiday)).toList();
        List<IrregularHours> first = today.stream().filter(IrregularHours::isOnHolidays).toList();
        return first.isEmpty() ? today
            : Stream.concat(first.stream(), today.stream().filter(paid -> !paid.isOnHolidays()).flatMap(paid -> paid.without(first).stream())).toList();
    }

    /**
     * What comes on top of the price for irregular hours.
     *
     * @param minutes net minutes with something on top
     * @param demo a part of it is invented for the demonstration
     */
    public record OnTop(long minutes, long cents, boolean demo) {
        /** Where nothing is known of it. */
        public static final OnTop NOTHING = new OnTop(0, 0, false);
    }

    /** Of planned work or of work that was done, each stretch rounded by itself; a part of the wage alone (R2). */
    public OnTop onTop(WorkedHours work, HourPrice price) {
        long minutes = 0;
        long cents = 0;
        boolean demo = false;
        for (Stretch stretch : stretches(work)) {
            if (stretch.perMille() > 0) {
                minutes += stretch.minutes();
                cents += Shares.rounded(stretch.minutes() * price.wageCents() * stretch.perMille(), (long) MINUTES_AN_HOUR * MILLE);
                demo |= stretch.demo();
            }
        }
        return new OnTop(minutes, cents, demo);
    }

    /** The net minutes of the work, divided over ordinary hours and each kind of irregular ones; together all of them. */
    public List<Stretch> stretches(WorkedHours work) {
        List<Stretch> gross = new ArrayList<>();
        long rest = work.netMinutes() + work.breakMinutes();
        LocalDate last = day(work.end());
        for (LocalDate day = day(work.start()); !day.isAfter(last); day = day.plusDays(1)) {
            for (IrregularHours paid : on(day)) {
                long minutes = paid.minutesOn(day, work.start(), work.end());
                if (minutes > 0) {
                    gross.add(new Stretch(minutes, paid.perMille(), paid.from(), paid.demo()));
                    rest -= minutes;
                }
            }
        }
        gross.add(0, new Stretch(rest, 0, null, false));
        long[] net = Shares.divide(work.netMinutes(), gross.stream().mapToLong(Stretch::minutes).toArray());
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < net.length; i++) {
            stretches.add(new Stretch(net[i], gross.get(i).perMille(), gross.get(i).from(), gross.get(i).demo()));
        }
        return stretches;
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(Zones.AMSTERDAM).toLocalDate();
    }

    /** The rows that a price was reckoned from, by the first day of each; without the scale, which a borrower need not know. */
    static String version(HourPrice hour, Rate kilometre, Rate vat, List<Stretch> stretches) {
        Optional<LocalDate> paid = stretches.stream().map(Stretch::from).flatMap(Stream::ofNullable).max(Comparator.naturalOrder());
        return "hour " + hour.from() + ", km " + kilometre.validFrom()
            + (vat == null ? "" : ", vat " + vat.validFrom()) + paid.map(from -> ", irregular " + from).orElse("");
    }
}
