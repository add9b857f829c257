package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent.Money;
import nl.vliegwiel.flexpool.domain.agreement.CostPreview;
import nl.vliegwiel.flexpool.domain.agreement.Rate;
import nl.vliegwiel.flexpool.domain.agreement.RateKind;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.hours.WorkedHours;
import nl.vliegwiel.flexpool.domain.settlement.RateBook;
import nl.vliegwiel.flexpool.domain.settlement.RateBook.OnTop;
import nl.vliegwiel.flexpool.persistence.RateQueries;
import nl.vliegwiel.flexpool.persistence.WorkingTimeQueries;
import nl.vliegwiel.flexpool.persistence.WorkingTimeQueries.KnownRate;
import nl.vliegwiel.organisation.TravelTime;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/** Reckons what a loan costs from the rates of its day: cost price and nothing above it (R2, R6). */
@ApplicationScoped
class Prices {
    @Inject
    private WorkingTimeQueries queries;

    @Inject
    private RateQueries books;

    /**
     * What is to be reckoned.
     *
     * @param employeeId by whose scale
     * @param period of the shift, break included
     * @param straightMetres one way, in a straight line
     * @param ownLibrary true where nobody is lent: then nothing is charged and there is no VAT
     */
    record Job(UUID lenderId, UUID employeeId, Period period, int breakMinutes, int straightMetres, boolean ownLibrary) {
        LocalDate day() {
            return period.start().atZone(Zones.AMSTERDAM).toLocalDate();
        }

        int netMinutes() {
            return Math.toIntExact(period.minutes()) - breakMinutes;
        }
    }

    /** Without a rate on that day there is no amount, never an invented one. */
    Money money(Job job, VatGround ground) {
        return money(job, ground, (Integer) null);
    }

    /**
     * @param hourAsked what is charged per hour; null for the cost price
     * @throws RuleViolation {@code agreement.cost.margin} for more than the cost price, or for any amount where that is not known (R2)
     */
    Money money(Job job, VatGround ground, Integer hourAsked) {
        return money(job, ground, queries.rates(job.lenderId(), job.employeeId()), hourAsked, onTop(job));
    }

    /** By the same book as the settlement; what is paid in the end follows from the hours that were worked. */
    private OnTop onTop(Job job) {
        RateBook book = books.books(List.of(job.lenderId())).get(job.lenderId());
        return book.hour(job.day(), books.scale(job.lenderId(), job.employeeId()).orElse(null))
            .map(price -> book.onTop(WorkedHours.planned(job.period(), job.breakMinutes(), 0), price)).orElse(OnTop.NOTHING);
    }

    static Money money(Job job, VatGround ground, List<KnownRate> known, Integer hourAsked, OnTop onTop) {
        int road = 2 * TravelTime.roadMetres(job.straightMetres());
        Optional<Rate> hour = on(known, RateKind.HOUR_CENTS, job.day());
        Optional<Rate> kilometre = on(known, RateKind.KILOMETRE_CENTS, job.day());
        Optional<Rate> vat = on(known, RateKind.VAT_BASIS_POINTS, job.day());
        LocalDate youngest = Stream.of(hour, kilometre, vat).flatMap(Optional::stream).map(Rate::validFrom).max(Comparator.naturalOrder()).orElse(null);
        boolean demo = known.stream().anyMatch(k -> k.demo() && Stream.of(hour, kilometre, vat).anyMatch(r -> r.isPresent() && r.get().equals(k.rate())));
        Integer hourCents = charged(hour.map(Rate::figure).orElse(null), hourAsked);
        Integer kilometreCents = kilometre.map(Rate::figure).orElse(null);
        Integer points = job.ownLibrary() || !ground.isTaxed() ? Integer.valueOf(0) : vat.map(Rate::figure).orElse(null);
        if (hourCents == null || kilometreCents == null || points == null) {
            Long travel = kilometreCents == null ? null
                : CostPreview.of(0, 0, 0, road, kilometreCents, ground, 0).travelCents();
            return new Money(job.netMinutes(), hourCents, road, kilometreCents, null, travel, points, null, null, demo, youngest);
        }
        CostPreview cost = CostPreview.of(job.netMinutes(), hourCents, hour.orElseThrow().figure(), road, kilometreCents, ground, points, onTop.cents());
        return new Money(job.netMinutes(), hourCents, road, kilometreCents, cost.workCents(), cost.travelCents(), cost.vatBasisPoints(),
            cost.vatCents(), cost.totalCents(), demo || onTop.demo(), youngest, Math.toIntExact(onTop.minutes()), onTop.cents());
    }

    /** What is charged is the cost price, or less where both libraries want that. */
    private static Integer charged(Integer costPrice, Integer asked) {
        if (asked != null && (costPrice == null || asked > costPrice || asked < 0)) {
            throw new RuleViolation(List.of(Violation.of("hourCents", "agreement.cost.margin", asked, costPrice == null ? 0 : costPrice)));
        }
        return asked == null ? costPrice : asked;
    }

    private static Optional<Rate> on(List<KnownRate> known, RateKind kind, LocalDate day) {
        return Rate.on(known.stream().map(KnownRate::rate).toList(), kind, day);
    }
}
