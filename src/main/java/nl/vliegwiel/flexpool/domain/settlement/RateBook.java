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
 */
public record RateBook(List<HourPrice> hours, List<IrregularHours> irregular, List<Rate> general) {
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

    /** The net minutes of the work, divided over ordinary hours and each kind of irregular ones; together all of them. */
    public List<Stretch> stretches(WorkedHours work) {
        List<Stretch> gross = new ArrayList<>();
        long rest = work.netMinutes() + work.breakMinutes();
        LocalDate last = day(work.end());
        for (LocalDate day = day(work.start()); !day.isAfter(last); day = day.plusDays(1)) {
            for (IrregularHours paid : irregular) {
                long minutes = paid.holdsOn(day) ? paid.minutesOn(day, work.start(), work.end()) : 0;
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
