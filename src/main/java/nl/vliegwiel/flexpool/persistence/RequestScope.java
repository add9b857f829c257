package nl.vliegwiel.flexpool.persistence;

import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Circles;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Who looks, as far as the query must know; the second wall behind the policy. A person sees every request of the
 * libraries whose HR manager she is, published ones of the regions that she moderates, and published ones that reach a
 * library to which she belongs or in which she has or decides about a placement.
 *
 * @param personId who
 * @param managed libraries whose HR manager she is
 * @param belongs every organisation to which she belongs
 * @param moderated libraries of the POI regions that she moderates
 */
public record RequestScope(UUID personId, Set<UUID> managed, Set<UUID> belongs, Set<UUID> moderated) {
    /** Circles of request {@code r} in which people may see and answer it: all that are named, unless the library chose the strict pace. */
    static final String ANSWERING = "(case when r.stepwise then coalesce(r.opened, r.circles) else r.circles end)";

    /** Circles of request {@code r} that are open by now. */
    static final String OPEN = "coalesce(r.opened, r.circles)";

    /** To be filled with the circles that count. */
    private static final String IN_CIRCLES = """
        exists (select 1 from organisation mine
          where mine.id = any(:belongs)
            and case when mine.id = r.organisation_id then 'OWN' = any(%1$s)
                else 'COUNTRY' = any(%1$s)
                  or 'REGION' = any(%1$s) and coalesce(mine.poi_id, mine.id) = coalesce(asker.poi_id, asker.id)
                  or 'NEIGHBOURS' = any(%1$s) and exists (select 1 from branch near join place np on np.id = near.place_id
                       where near.organisation_id = mine.id and near.closed_on is null
                         and power(np.x_km - wp.x_km, 2) + power(np.y_km - wp.y_km, 2) <= power(:neighbourKm, 2))
                end)""";

    /** True where request {@code r} asks favourites of its library and the person agreed to be one (R11). */
    private static final String FAVOURITE = """
        ('FAVOURITES' = any(%1$s) and exists (select 1 from favourite f
          where f.organisation_id = r.organisation_id and f.person_id = :person and f.state = 'AGREED'))""";

    /**
     * True where a circle of request {@code r} holds an organisation of {@code :belongs}; needs {@code asker}
     * (organisation) and {@code wp} (place of work). Own people stand in OWN alone.
     */
    static final String REACHED = IN_CIRCLES.formatted(ANSWERING);

    /** {@link #REACHED}, or as a favourite. */
    static final String REACHES_HER = "(" + FAVOURITE.formatted(ANSWERING) + " or " + REACHED + ")";

    static final String VISIBLE = """
        (r.organisation_id = any(:managed)
         or r.published_at is not null
            and (r.organisation_id = any(:moderated)
                 or exists (select 1 from placement p where p.request_id = r.id and (p.employee_id = :person or p.lender_id = any(:managed)))
                 or %s))""".formatted(REACHES_HER);

    <T extends SqlStatement<T>> T bind(T statement) {
        // The parts of the scope that a query does not ask stay unused
        return statement.configure(SqlStatements.class, settings -> settings.setUnusedBindingAllowed(true)).bind("person", personId)
            .bindArray("managed", UUID.class, managed.toArray())
            .bindArray("belongs", UUID.class, belongs.toArray())
            .bindArray("moderated", UUID.class, moderated.toArray())
            .bind("neighbourKm", Circles.NEIGHBOUR_KM);
    }
}
