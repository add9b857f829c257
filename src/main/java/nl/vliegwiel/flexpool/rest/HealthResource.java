package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.HealthReport;
import nl.vliegwiel.flexpool.boundary.HealthReport.Scope;
import nl.vliegwiel.flexpool.boundary.HealthService;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the pool does. */
@Path("/pool-health")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pool", description = "Who takes part, and how the pool does")
public class HealthResource {
    @Inject
    private HealthService health;

    @Schema(name = "PoolHealthFigures")
    public record FiguresAnswer(int requests, int seats, int filled, Integer fillPercent, Integer meanFillMinutes, Integer filledWithinDay, Integer filledWithinThreeDays,
            Integer filledWithinWeek, Integer filledLater, int lateSeats, Integer latePercent, int plannerMinutes, Integer plannerMinutesPerSeat, int lent, Integer meanRoadMetres,
            int givenMinutes, int takenMinutes) {
        static FiguresAnswer of(HealthReport.Figures of) {
            return new FiguresAnswer(of.requests(), of.seats(), of.filled(), of.fillPercent(), of.meanFillMinutes(), of.withinDay(), of.withinThree(), of.withinWeek(), of.later(), of.late(),
                of.latePercent(), of.plannerMinutes(), of.plannerMinutesPerSeat(), of.lent(), of.roadMetres(), of.givenMinutes(), of.takenMinutes());
        }
    }

    @Schema(name = "PoolHealthMonth")
    public record MonthAnswer(LocalDate month, FiguresAnswer figures) {
    }

    @Schema(name = "PoolHealthLibrary")
    public record LibraryAnswer(UUID organisationId, String name, Integer fillPercent, Integer givenMinutes, Integer takenMinutes) {
    }

    @Schema(name = "PoolHealthFlow")
    public record FlowAnswer(UUID lenderId, UUID borrowerId, int placements, int minutes) {
    }

    @Schema(name = "PoolHealth")
    public record Answer(Scope scope, UUID organisationId, String name, LocalDate from, LocalDate until, FiguresAnswer sum, List<MonthAnswer> months, List<LibraryAnswer> libraries,
            List<FlowAnswer> flows, Instant asOf) {
    }

    @GET
    @Operation(summary = "How the pool did in twelve months", description = "Time to fill, late requests, planner minutes of whole libraries, fill rate, travel, give and take. "
        + "Left out where fewer than five placements stand behind a figure. For HR managers, finance officers, POI moderators and administrators.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "A parameter has no meaning")
    @APIResponse(responseCode = "403", description = "Not for employees")
    @APIResponse(responseCode = "404", description = "Not the caller's library or region")
    public Answer read(@Parameter(description = "LIBRARY, REGION or NETWORK; NETWORK when left out") @QueryParam("scope") String scope,
            @Parameter(description = "Library or POI; the caller's own when left out") @QueryParam("organisation") String organisation) {
        HealthReport report = health.report(scope(scope), Parameters.id("organisation", organisation));
        return new Answer(report.scope(), report.id(), report.name(), report.from(), report.until(), FiguresAnswer.of(report.sum()),
            report.months().stream().map(one -> new MonthAnswer(one.month(), FiguresAnswer.of(one.figures()))).toList(),
            report.balances().stream().map(one -> new LibraryAnswer(one.id(), one.name(), one.fillPercent(), one.givenMinutes(), one.takenMinutes())).toList(),
            report.flows().stream().map(one -> new FlowAnswer(one.lenderId(), one.borrowerId(), one.placements(), one.minutes())).toList(), report.asOf());
    }

    private static Scope scope(String name) {
        if (name == null || name.isEmpty()) {
            return Scope.NETWORK;
        }
        try {
            return Scope.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw BadBody.parameter("scope");
        }
    }
}
