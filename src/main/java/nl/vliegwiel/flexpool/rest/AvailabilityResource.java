package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.vliegwiel.flexpool.boundary.AvailabilityContent;
import nl.vliegwiel.flexpool.boundary.AvailabilityView;
import nl.vliegwiel.flexpool.boundary.PoolService;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When the caller is available: a week in wall-clock time of Europe/Amsterdam, and exceptions to it. */
@Path("/me/availability")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class AvailabilityResource {
    @Inject
    private PoolService pool;

    /** Availability as a script sends it. */
    @Schema(name = "Availability")
    public record Body(List<WeeklyBody> weekly, List<OverrideBody> overrides) {
    }

    /** @param day MONDAY to SUNDAY, or 1 to 7; @param to 00:01 to 24:00 */
    public record WeeklyBody(@Schema(oneOf = {String.class, Integer.class}, example = "MONDAY") Object day,
            @Schema(example = "09:00") String from, @Schema(example = "17:30") String to) {
    }

    /** @param available true adds time, false takes it away */
    public record OverrideBody(OffsetDateTime start, OffsetDateTime end, Boolean available) {
    }

    /** Availability as a script reads it. */
    @Schema(name = "AvailabilityAnswer")
    public record Answer(int version, List<Weekly> weekly, List<Override> overrides) {
    }

    /** A stretch of a day of the week. */
    public record Weekly(DayOfWeek day, String from, String to) {
    }

    /** An exception. */
    public record Override(Instant start, Instant end, boolean available) {
    }

    @GET
    @Operation(summary = "The caller's week and exceptions; version 0 as long as nothing was saved")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response get() {
        return answer(pool.availability());
    }

    @PUT
    @Operation(summary = "Replaces the caller's week and exceptions")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response put(@HeaderParam("If-Match") String ifMatch, Body body) {
        return answer(pool.saveAvailability(content(body), Versions.seen(ifMatch)));
    }

    private static AvailabilityContent content(Body body) {
        List<AvailabilityContent.Day> weekly = new ArrayList<>();
        List<WeeklyBody> days = body.weekly() == null ? List.of() : body.weekly();
        for (int i = 0; i < days.size(); i++) {
            WeeklyBody one = days.get(i);
            weekly.add(one == null ? null : new AvailabilityContent.Day(day(one.day(), "weekly[" + i + "].day"), one.from(), one.to()));
        }
        List<AvailabilityContent.Extra> overrides = new ArrayList<>();
        if (body.overrides() != null) {
            body.overrides().forEach(one -> overrides.add(one == null ? null : new AvailabilityContent.Extra(
                one.start() == null ? null : one.start().toInstant(), one.end() == null ? null : one.end().toInstant(), one.available())));
        }
        return new AvailabilityContent(weekly, overrides);
    }

    private static DayOfWeek day(Object day, String field) {
        if (day == null) {
            return null;
        }
        if (day instanceof Integer number && number >= 1 && number <= 7) {
            return DayOfWeek.of(number);
        }
        if (day instanceof String name) {
            for (DayOfWeek one : DayOfWeek.values()) {
                if (one.name().equals(name.toUpperCase(Locale.ROOT))) {
                    return one;
                }
            }
        }
        throw BadBody.parameter(field);
    }

    private static Response answer(AvailabilityView now) {
        return Response.ok(new Answer(now.version(),
                now.week().hours().stream().map(hours -> new Weekly(hours.day(), hours.from(), hours.to())).toList(),
                now.overrides().stream().map(one -> new Override(one.period().start(), one.period().end(), one.available())).toList()))
            .header("ETag", Versions.tag(now.version())).build();
    }
}
