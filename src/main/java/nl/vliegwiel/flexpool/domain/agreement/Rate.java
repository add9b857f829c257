package nl.vliegwiel.flexpool.domain.agreement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * A rate as it holds in a stretch of time (R6).
 *
 * @param kind what it is about, which also says its unit
 * @param figure at least 0, in that unit
 * @param source where it was read or who set it
 * @param validFrom first day on which it holds
 * @param validTo last day on which it holds; null as long as no end is known
 */
public record Rate(RateKind kind, int figure, String source, LocalDate validFrom, LocalDate validTo) {
    public Rate {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(source);
        Objects.requireNonNull(validFrom);
        if (figure < 0 || validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("Not a rate: " + kind + " " + figure);
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** The rate of a kind that holds on a day; of several the one that began last. */
    public static Optional<Rate> on(Collection<Rate> rates, RateKind kind, LocalDate day) {
        return rates.stream().filter(r -> r.kind() == kind && r.holdsOn(day))
                .max(Comparator.comparing(Rate::validFrom));
    }
}
