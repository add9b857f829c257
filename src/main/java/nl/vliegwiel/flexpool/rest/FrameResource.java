package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.AgreementFile;
import nl.vliegwiel.flexpool.boundary.Frame;
import nl.vliegwiel.flexpool.boundary.FrameService;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.agreement.VatCondition;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.agreement.WttaPosition;
import nl.vliegwiel.flexpool.domain.frame.FrameState;
import nl.vliegwiel.flexpool.domain.frame.FrameTerms;
import nl.vliegwiel.flexpool.domain.frame.LiabilityTerms;
import nl.vliegwiel.flexpool.domain.frame.TravelTerms;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Frame agreements of two libraries. */
@Path("/frame-agreements")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Frame agreements", description = "What two libraries agree once for all loans between them. For the HR managers of the two.")
public class FrameResource {
    @Inject
    private FrameService frames;

    /** Terms; validTo is the last day, absent for no end. The price is always the cost price. */
    @Schema(name = "FrameTerms")
    public record Terms(LocalDate validFrom, LocalDate validTo, WaadiGround waadiGround, WttaPosition wttaPosition, VatGround vatGround, Set<VatCondition> vatConditions,
            TravelTerms travel, LiabilityTerms liability, Integer noticeMonths, String special) {
        FrameTerms told() {
            if (vatConditions != null && vatConditions.contains(null)) {
                throw BadBody.parameter("vatConditions");
            }
            return new FrameTerms(validFrom, validTo, waadiGround, wttaPosition, vatGround, vatConditions, travel, liability, noticeMonths, special);
        }
    }

    /** @param organisationId library that proposes; otherId the one that is asked */
    @Schema(name = "FrameProposal")
    public record Proposal(UUID organisationId, UUID otherId, Terms terms) {
    }

    /** @param organisationId library for which it is said */
    @Schema(name = "FrameAnswer")
    public record Consent(UUID organisationId, Decision decision, Integer textVersion) {
    }

    @Schema(name = "FrameChange")
    public record Change(UUID organisationId, Terms terms) {
    }

    @Schema(name = "FrameNotice")
    public record Notice(UUID organisationId) {
    }

    @Schema(name = "FrameParty")
    public record Party(UUID id, String name) {
    }

    @Schema(name = "FrameConsent")
    public record Said(int textVersion, UUID organisationId, Decision decision, String name, Instant at) {
    }

    /** validTo of the answer holds: notice moves it. */
    @Schema(name = "FrameAgreement")
    public record Answer(UUID id, int version, int number, List<Party> parties, FrameState state, int textVersion, LocalDate validFrom, LocalDate validTo, boolean holds,
            Terms terms, List<Said> consents, Instant terminatedAt) {
    }

    @Schema(name = "FrameAgreements")
    public record Answers(List<Answer> items) {
    }

    @GET
    @Operation(summary = "Frame agreements of the libraries that the caller manages", description = "What waits first.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answers.class)))
    @APIResponse(responseCode = "403", description = "The caller manages no library")
    public Answers list() {
        return new Answers(frames.mine().stream().map(FrameResource::answer).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One frame agreement", description = "ETag is its version.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response read(@PathParam("id") UUID id) {
        return ok(frames.frame(id));
    }

    @POST
    @Operation(summary = "Propose", description = "With the yes of the library that proposes.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's library")
    @APIResponse(responseCode = "409", description = "Another of the two is proposed or holds in that time")
    @APIResponse(responseCode = "422", description = "A term is missing or does not fit")
    public Response propose(Proposal body) {
        if (body.terms() == null) {
            throw BadBody.parameter("terms");
        }
        if (body.organisationId() == null) {
            throw BadBody.parameter("organisationId");
        }
        Frame made = frames.propose(body.organisationId(), body.otherId(), body.terms().told());
        return Response.created(URI.create("/api/v1/frame-agreements/" + made.id())).entity(answer(made)).header(HttpHeaders.ETAG, Versions.tag(made.version())).build();
    }

    @POST
    @Path("/{id}/consents")
    @Operation(summary = "Say yes or no for a library", description = "With the second yes it is agreed. The same again changes nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's library")
    @APIResponse(responseCode = "409", description = "Nothing is asked")
    @APIResponse(responseCode = "412", description = "Another text holds by now")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response consent(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, Consent body) {
        if (body.decision() == null) {
            throw BadBody.parameter("decision");
        }
        if (body.textVersion() == null) {
            throw BadBody.parameter("textVersion");
        }
        return ok(frames.answer(id, Versions.seen(seen), body.textVersion(), body.organisationId(), body.decision() == Decision.YES));
    }

    @PUT
    @Path("/{id}/terms")
    @Operation(summary = "Propose another text", description = "As long as it is not agreed. Asks the other library anew.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's library")
    @APIResponse(responseCode = "409", description = "Agreed or refused already, or another holds in that time")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "422", description = "A term is missing or does not fit")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, Change body) {
        if (body.terms() == null) {
            throw BadBody.parameter("terms");
        }
        return ok(frames.change(id, Versions.seen(seen), body.organisationId(), body.terms().told()));
    }

    @POST
    @Path("/{id}:terminate")
    @Operation(summary = "Give notice", description = "It ends after the months of notice that were agreed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's library")
    @APIResponse(responseCode = "409", description = "It does not hold, or notice was given")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response terminate(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, Notice body) {
        return ok(frames.terminate(id, Versions.seen(seen), body.organisationId()));
    }

    @GET
    @Path("/{id}/paper")
    @Produces("application/pdf")
    @Operation(summary = "The frame agreement on paper", description = "Tagged PDF with the yeses given so far.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/pdf"))
    @APIResponse(responseCode = "404", description = "Not there or not the caller's to see")
    public Response paper(@PathParam("id") UUID id) {
        AgreementFile file = frames.paper(id);
        return Response.ok(file.bytes()).type("application/pdf").header(HttpHeaders.ETAG, file.tag())
            .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file.name() + "\"").header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }

    private static Response ok(Frame frame) {
        return Response.ok(answer(frame)).header(HttpHeaders.ETAG, Versions.tag(frame.version())).build();
    }

    private static Answer answer(Frame frame) {
        FrameTerms terms = frame.terms();
        return new Answer(frame.id(), frame.version(), frame.number(), List.of(new Party(frame.one().id(), frame.one().name()), new Party(frame.other().id(), frame.other().name())),
            frame.state(), frame.textVersion(), frame.validFrom(), frame.validTo(), frame.holds(),
            new Terms(terms.validFrom(), terms.validTo(), terms.waadiGround(), terms.wttaPosition(), terms.vatGround(), terms.vatConditions(), terms.travel(), terms.liability(),
                terms.noticeMonths(), terms.special()),
            frame.consents().stream().map(one -> new Said(one.textVersion(), one.organisationId(), one.decision(), one.name(), one.at())).toList(), frame.terminatedAt());
    }
}
