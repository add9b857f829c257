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
import nl.vliegwiel.flexpool.persistence.WorkingTimeQueries;
import nl.vliegwiel.flexpool.persistence.WorkingTimeQueries.KnownRate;
import nl.vliegwiel.organisation.TravelTime;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** Reckons what a loan costs from the rates of its day: cost price and nothing above it (R2, R6). */
@ApplicationScoped
class Prices {
    @Inject
    private WorkingTimeQueries queries;

    /**
     * What is to be reckoned.
     *
     * @param employeeId by whose scale
     * @param straightMetres one way, in a straight line
     * @param ownLibrary true where nobody is lent: then nothing is charged and there is no VAT
     */
    record Job(UUID lenderId, UUID employeeId, LocalDate day, int netMinutes, int straightMetres, boolean ownLibrary) {
    }

    /** Without a rate on that day there is no amount, never an invented one. */
    Money money(Job job, VatGround ground) {
        return money(job, ground, queries.rates(job.lenderId(), job.employeeId()), null);
    }

    /**
     * @param hourAsked what is charged per hour; null for the cost price
     * @throws RuleViolation {@code agreement.cost.margin} for more than the cost price, or for any amount where that is not known (R2)
     */
    Money money(Job job, VatGround ground, Integer hourAsked) {
        return money(job, ground, queries.rates(job.lenderId(), job.employeeId()), hourAsked);
    }

    static Money money(Job job, VatGround ground, List<KnownRate> known, Integer hourAsked) {
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
        CostPreview cost = CostPreview.of(job.netMinutes(), hourCents, hour.orElseThrow().figure(), road, kilometreCents, ground, points);
        return new Money(job.netMinutes(), hourCents, road, kilometreCents, cost.workCents(), cost.travelCents(), cost.vatBasisPoints(),
            cost.vatCents(), cost.totalCents(), demo, youngest);
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
