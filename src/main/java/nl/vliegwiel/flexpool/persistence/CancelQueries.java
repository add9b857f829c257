package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.Placement;
import org.jdbi.v3.core.Jdbi;

/** Until when a cancellation is in time, what it leads to, and the places of a shift that come and go with it. */
@ApplicationScoped
public class CancelQueries {
    /** What holds as long as a library said nothing else: two days, the time in which nothing is decided by itself either (R13). */
    public static final int USUAL_HOURS = 48;

    private static final String WINDOW = "coalesce(r.cancel_window_hours, w.hours, " + USUAL_HOURS + ")";

    @Inject
    private Jdbi jdbi;

    /**
     * What follows from an end.
     *
     * @param standby people who stand by for the shift
     * @param hours hours were entered
     */
    public record Consequences(int windowHours, List<Circle> circles, int standby, boolean hours) {
        public Instant windowEnds(Instant start) {
            return start.minus(Duration.ofHours(windowHours));
        }
    }

    /**
     * The window of a request.
     *
     * @param own of this request alone; null for what the library wants
     * @param usual what the library wants for its requests
     * @param placed somebody is placed, so that it is fixed
     */
    public record Window(UUID organisationId, int version, Integer own, int usual, boolean placed) {
        public int hours() {
            return own == null ? usual : own;
        }
    }

    public Consequences of(Placement placement) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select %s as hours, array_to_string(r.circles, ',') as circles, exists (select from timesheet t where t.placement_id = :placement) as sheet,
                       (select count(*) from placement s where s.shift_id = :shift and s.state = 'STANDBY' and s.id <> :placement) as standby
                  from staff_request r left join cancel_window w on w.organisation_id = r.organisation_id where r.id = :request""".formatted(WINDOW))
            .bind("placement", placement.id()).bind("shift", placement.shiftId()).bind("request", placement.requestId())
            .map((row, context) -> new Consequences(row.getInt("hours"), Arrays.stream(row.getString("circles").split(",")).map(Circle::valueOf).toList(),
                row.getInt("standby"), row.getBoolean("sheet")))
            .one());
    }

    /** The window of its request has passed. */
    public boolean isLate(Placement placement, Instant now) {
        return now.isAfter(of(placement).windowEnds(placement.period().start()));
    }

    public Optional<Window> window(UUID requestId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select r.organisation_id, r.version, r.cancel_window_hours, coalesce(w.hours, %s) as usual,
                       exists (select from placement p where p.request_id = r.id and p.state in %s) as placed
                  from staff_request r left join cancel_window w on w.organisation_id = r.organisation_id where r.id = :request"""
                .formatted(USUAL_HOURS, RequestQueries.DEFINITE))
            .bind("request", requestId)
            .map((row, context) -> new Window(row.getObject("organisation_id", UUID.class), row.getInt("version"),
                row.getObject("cancel_window_hours") == null ? null : row.getInt("cancel_window_hours"), row.getInt("usual"), row.getBoolean("placed")))
            .findOne());
    }

    /** @return false when somebody else changed the request since */
    public boolean setWindow(UUID requestId, int seenVersion, Integer hours) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                "update staff_request set cancel_window_hours = cast(:hours as smallint), version = version + 1 where id = :id and version = :seen")
            .bind("hours", hours).bind("id", requestId).bind("seen", seenVersion).execute() == 1);
    }

    /** What the library wants for requests that say nothing else. */
    public void setUsual(UUID organisationId, int hours) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into cancel_window (organisation_id, hours) values (:organisation, :hours)
                on conflict (organisation_id) do update set hours = excluded.hours""")
            .bind("organisation", organisationId).bind("hours", hours).execute());
    }

    /** One place less in a shift; under the locks of the placement. @return places that are left */
    public int closeSeat(UUID shiftId, UUID requestId) {
        return seats(shiftId, requestId, -1);
    }

    /** One place more in a shift. @return places that it has now */
    public int openSeat(UUID shiftId, UUID requestId) {
        return seats(shiftId, requestId, 1);
    }

    /** The request's version rises too, so that nobody saves an older plan over it. */
    private int seats(UUID shiftId, UUID requestId, int more) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("update staff_request set version = version + 1 where id = :id").bind("id", requestId).execute();
            return handle.createQuery("update shift set headcount = headcount + :more where id = :id returning headcount").bind("more", more).bind("id", shiftId)
                .mapTo(Integer.class).one();
        });
    }
}
