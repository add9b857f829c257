package nl.vliegwiel.person.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.person.boundary.ImportEmployeesService;
import nl.vliegwiel.person.boundary.ImportEmployeesService.Line;
import nl.vliegwiel.person.boundary.ImportEmployeesService.Report;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.FileLimit;
import nl.vliegwiel.platform.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Taking over employees from a file. */
@Path("/organisations/{organisationId}/employees:import")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Employees")
public class ImportResource {
    private static final int MOST_REFUSALS = 1000;

    @Inject
    private ImportEmployeesService employees;

    /** What the file did, or would do. The parts of a problem document are there when it was refused. */
    @Schema(name = "ImportReport")
    public record ImportReport(String type, String title, Integer status, String detail, String key, boolean dryRun, boolean applied,
            int created, int updated, int unchanged, int refused, List<Refused> refusals, List<Changed> changes) {
    }

    /** A refused line; reason says all that is wrong with it. */
    @Schema(name = "RefusedLine")
    public record Refused(int line, String email, String reason, List<Fault> faults) {
    }

    /** One fault in one cell. */
    @Schema(name = "ImportFault")
    public record Fault(String field, String key, String message) {
    }

    /** A line that is new or changes something; only told by a dry run. */
    @Schema(name = "ChangedLine")
    public record Changed(int line, String email, String outcome, List<ImportEmployeesService.Change> values, List<String> notes) {
    }

    @POST
    @Consumes({"text/csv", "text/plain", "application/vnd.ms-excel"})
    @Operation(summary = "Import employees from CSV",
        description = "Columns email, givenName, familyName, function, hoursPerWeek, startDate, and if you like place and endDate, in any order; Dutch headings "
            + "are known too. Commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252; dates as 2027-05-03 or 3-5-2027. All or nothing: one refused line "
            + "and nothing changes. A person is known by her mail address; a name is not changed when she signed on or another organisation employs her.")
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "200", description = "Done, or what would be done in a dry run", content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "413", description = "Larger than 5 MB")
    @APIResponse(responseCode = "415", description = "Not text/csv")
    @APIResponse(responseCode = "422", description = "Nothing changed; refusals name the lines", content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ImportReport.class)))
    public Response take(@PathParam("organisationId") UUID organisationId,
            @Parameter(description = "true only tells what would change") @QueryParam("dryRun") String dryRun,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, InputStream file) throws IOException {
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false") && !dryRun.isEmpty()) {
            throw BadBody.parameter("dryRun");
        }
        byte[] bytes = FileLimit.read(file);
        if (bytes.length == 0) {
            throw new BadBody("body.missing");
        }
        boolean dry = "true".equals(dryRun);
        Report report = employees.take(organisationId, bytes, dry);
        Locale locale = Texts.accepted(language);
        List<Refused> refusals = report.lines().stream().filter(line -> !line.faults().isEmpty()).map(line -> refused(line, locale)).toList();
        if (dry || report.applied()) {
            return Response.ok(body(report, dry, locale, refusals, null)).build();
        }
        return Response.status(422).type("application/problem+json").entity(body(report, false, locale, refusals, 422)).build();
    }

    private static ImportReport body(Report report, boolean dry, Locale locale, List<Refused> refusals, Integer status) {
        boolean problem = status != null;
        List<Changed> changes = !dry ? null : report.lines().stream()
            .filter(line -> line.faults().isEmpty() && (!"UNCHANGED".equals(line.outcome()) || !line.notes().isEmpty()))
            .map(line -> new Changed(line.line(), line.email(), line.outcome(), line.changes(),
                line.notes().stream().map(note -> Texts.of(locale, note)).toList())).toList();
        return new ImportReport(problem ? "about:blank" : null, problem ? Texts.of(locale, "problem.422") : null, status,
            problem ? Texts.of(locale, "import.refused", report.refused(), refusals.get(0).line()) : null, problem ? "import.refused" : null,
            dry, report.applied(), report.created(), report.updated(), report.unchanged(), report.refused(),
            refusals.subList(0, Math.min(refusals.size(), MOST_REFUSALS)), changes);
    }

    private static Refused refused(Line line, Locale locale) {
        List<Fault> faults = line.faults().stream()
            .map(fault -> new Fault(fault.field(), fault.key(), Texts.of(locale, fault.key(), fault.arguments().toArray()))).toList();
        return new Refused(line.line(), line.email().isEmpty() ? null : line.email(),
            faults.stream().map(Fault::message).collect(Collectors.joining(" ")), faults);
    }
}
