package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.ranking.Weights;
import org.jdbi.v3.core.Jdbi;

/** How each library weighs the parts of a score. */
@ApplicationScoped
public class WeightsQueries {
    @Inject
    private Jdbi jdbi;

    /** Weights of a library with their version. */
    public record Kept(Weights weights, int version) {
    }

    /** Empty as long as the library set none. */
    public Optional<Kept> find(UUID organisationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from match_weights where organisation_id = :organisation")
            .bind("organisation", organisationId)
            .map((row, context) -> new Kept(new Weights("own-" + row.getInt("version"), row.getInt("skill_fit"), row.getInt("travel"),
                row.getInt("hours_balance"), row.getInt("fair_spread"), row.getInt("knows_place")), row.getInt("version")))
            .findOne());
    }

    public Optional<String> organisationName(UUID organisationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select name from organisation where id = :organisation")
            .bind("organisation", organisationId).mapTo(String.class).findOne());
    }

    /** @return false when somebody else changed them since */
    public boolean save(UUID organisationId, int seenVersion, Weights weights) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                insert into match_weights (organisation_id, version, skill_fit, travel, hours_balance, fair_spread, knows_place)
                select :organisation, 1, :skillFit, :travel, :hoursBalance, :fairSpread, :knowsPlace where :seen = 0
                    or exists (select 1 from match_weights where organisation_id = :organisation)
                on conflict (organisation_id) do update set version = match_weights.version + 1, skill_fit = excluded.skill_fit, travel = excluded.travel,
                  hours_balance = excluded.hours_balance, fair_spread = excluded.fair_spread, knows_place = excluded.knows_place
                 where match_weights.version = :seen""")
            .bind("organisation", organisationId).bind("seen", seenVersion).bind("skillFit", weights.skillFit()).bind("travel", weights.travel())
            .bind("hoursBalance", weights.hoursBalance()).bind("fairSpread", weights.fairSpread()).bind("knowsPlace", weights.knowsPlace())
            .execute() == 1);
    }
}
