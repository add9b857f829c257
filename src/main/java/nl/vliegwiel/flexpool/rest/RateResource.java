package nl.vliegwiel.flexpool.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.RateService;
import nl.vliegwiel.flexpool.boundary.RateService.Rates;
import nl.vliegwiel.flexpool.boundary.RateService.SetIrregular;
import nl.vliegwiel.flexpool.boundary.RateService.SetPrice;
import nl.vliegwiel.flexpool.domain.agreement.RateKind;
import nl.vliegwiel.flexpool.domain.settlement.HourPrice;
import nl.vliegwiel.flexpool.domain.settlement.InvoiceParty;
import nl.vliegwiel.flexpool.domain.settlement.IrregularHours;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Dated rates of a library. */
@Path("/organisations/{id}/rates")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Settlements")
public class RateResource {
    private static final int DAY = 24 * 60;

    @Inject
    private RateService rates;

    /** Cents per hour; chargedCents absent for the whole cost price, validTo absent for no end. */
    @Schema(name = "HourPriceSet")
    public record PriceBody(String scale, Integer wageCents, Integer chargesCents, Integer adminCents, Integer chargedCents, String source, LocalDate validFrom, LocalDate validTo) {
    }

    /** Wall-clock times; to 00:00 is the end of the day. */
    @Schema(name = "IrregularHoursSet")
    public record IrregularBody(DayOfWeek weekday, @Schema(description = "On public holidays, whatever weekday; then without weekday") Boolean publicHolidays, LocalTime from, LocalTime to, Integer perMille, String source, LocalDate validFrom, LocalDate validTo) {
    }

    @Schema(name = "PayScaleSet")
    public record ScaleBody(String scale) {
    }

    @Schema(name = "InvoiceParty")
    public record PartyBody(String legalName, String kvk, String vatId, String street, String postcode, String city, String iban, String email) {
    }

    @Schema(name = "HourPrice")
    public record PriceAnswer(UUID id, String scale, int wageCents, int chargesCents, int adminCents, int costPriceCents, int chargedCents, String source, boolean demo,
            LocalDate validFrom, LocalDate validTo) {
    }

    @Schema(name = "IrregularHours")
    public record IrregularAnswer(UUID id, DayOfWeek weekday, boolean publicHolidays, String from, String to, int perMille, String source, boolean demo, LocalDate validFrom, LocalDate validTo) {
    }

    @Schema(name = "GeneralRate")
    public record GeneralAnswer(RateKind kind, int figure, String source, LocalDate validFrom, LocalDate validTo) {
    }

    @Schema(name = "PayScale")
    public record ScaleAnswer(UUID personId, String name, String scale) {
    }

    @Schema(name = "Rates")
    public record Answer(UUID organisationId, String currency, List<PriceAnswer> hours, List<IrregularAnswer> irregularHours, List<GeneralAnswer> general,
            List<ScaleAnswer> scales, PartyBody invoiceParty, int invoicePartyVersion) {
    }

    @GET
    @Operation(summary = "Rates of a library", description = "For its HR managers and finance officers. ETag is the version of how invoices name it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response read(@PathParam("id") UUID id) {
        return answer(rates.rates(id));
    }

    @POST
    @Operation(summary = "Set what an hour costs from a day on", description = "In parts: gross wage, employer's charges, administration that is really made. Charging more than the sum is refused. "
        + "A price without an end ends where this one begins.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "422", description = "A margin above zero, an overlap or a gap; the field is named")
    public Response setPrice(@PathParam("id") UUID id, PriceBody body) {
        return answer(rates.setPrice(id, new SetPrice(body.scale(), body.wageCents(), body.chargesCents(), body.adminCents(), body.chargedCents(), body.source(), body.validFrom(),
            body.validTo())));
    }

    @DELETE
    @Path("/{rateId}")
    @Operation(summary = "Take a price back", description = "Only one that nothing was settled with; the one before it holds on")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "409", description = "Something was settled with it")
    public Response removePrice(@PathParam("id") UUID id, @PathParam("rateId") UUID rateId) {
        return answer(rates.removePrice(id, rateId));
    }

    @POST
    @Path("/irregular-hours")
    @Operation(summary = "Set what is paid on top at some hours of a weekday, or of public holidays", description = "In thousandths of the gross wage")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "422", description = "It overlaps another; the field is named")
    public Response setIrregular(@PathParam("id") UUID id, IrregularBody body) {
        Integer to = minute(body.to());
        return answer(rates.setIrregular(id, new SetIrregular(body.weekday(), Boolean.TRUE.equals(body.publicHolidays()), minute(body.from()), to != null && to == 0 ? Integer.valueOf(DAY) : to, body.perMille(), body.source(),
            body.validFrom(), body.validTo())));
    }

    @DELETE
    @Path("/irregular-hours/{rateId}")
    @Operation(summary = "Take it back", description = "What was settled stays as it was settled")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response removeIrregular(@PathParam("id") UUID id, @PathParam("rateId") UUID rateId) {
        return answer(rates.removeIrregular(id, rateId));
    }

    @PUT
    @Path("/pay-scales/{personId}")
    @Operation(summary = "Say by which scale an hour of somebody is priced", description = "Scale absent for none. Only HR and finance of her employer read it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "422", description = "There is no price of that scale")
    public Response setScale(@PathParam("id") UUID id, @PathParam("personId") UUID personId, ScaleBody body) {
        return answer(rates.setScale(id, personId, body.scale()));
    }

    @PUT
    @Path("/invoice-party")
    @Operation(summary = "Say how invoices name the library", description = "If-Match with the version that was seen, 0 for the first time")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "412", description = "Changed since it was seen")
    @APIResponse(responseCode = "422", description = "Something is missing or cannot be; the field is named")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response setParty(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, PartyBody body) {
        return answer(rates.setParty(id, Versions.seen(seen), InvoiceParty.typed(body.legalName(), body.kvk(), body.vatId(), body.street(), body.postcode(), body.city(), body.iban(),
            body.email())));
    }

    private static Integer minute(LocalTime time) {
        return time == null ? null : Integer.valueOf(time.getHour() * 60 + time.getMinute());
    }

    /** As wall clocks are written in this API: {@code HH:mm}. */
    private static String time(int minute) {
        return LocalTime.of(minute / 60 % 24, minute % 60).toString();
    }

    private static LocalDate lastDay(LocalDate until) {
        return until == null ? null : until.minusDays(1);
    }

    private static Response answer(Rates all) {
        InvoiceParty party = all.party();
        Answer answer = new Answer(all.libraryId(), "EUR", all.hours().stream().map(one -> {
            HourPrice price = one.price();
            return new PriceAnswer(one.key(), price.scale(), price.wageCents(), price.chargesCents(), price.adminCents(), price.costPriceCents(), price.chargedCents(), one.source(),
                price.demo(), price.from(), lastDay(price.until()));
        }).toList(), all.irregular().stream().map(one -> {
            IrregularHours hours = one.hours();
            return new IrregularAnswer(one.key(), hours.weekday(), hours.isOnHolidays(), time(hours.fromMinute()), time(hours.toMinute()), hours.perMille(), one.source(), hours.demo(), hours.from(),
                lastDay(hours.until()));
        }).toList(), all.general().stream().map(one -> new GeneralAnswer(one.kind(), one.figure(), one.source(), one.validFrom(), one.validTo())).toList(),
            all.people().stream().filter(one -> one.scale() != null).map(one -> new ScaleAnswer(one.employeeId(), one.name(), one.scale())).toList(),
            party == null ? null : new PartyBody(party.legalName(), party.kvk(), party.vatId(), party.street(), party.postcode(), party.city(), party.iban(), party.email()),
            all.partyVersion());
        return Response.ok(answer).header(HttpHeaders.ETAG, Versions.tag(all.partyVersion())).build();
    }
}
