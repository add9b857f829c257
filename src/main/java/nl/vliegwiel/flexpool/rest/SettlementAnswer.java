package nl.vliegwiel.flexpool.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.boundary.SettlementOverview;
import nl.vliegwiel.flexpool.boundary.SettlementView;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.settlement.Netting;
import nl.vliegwiel.flexpool.domain.settlement.OpenBookLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Settlements as JSON: amounts in euro cents, hours in minutes. */
final class SettlementAnswer {
    private SettlementAnswer() {
    }

    /** One library in one quarter. */
    @Schema(name = "SettlementQuarter")
    record Overview(UUID organisationId, String organisation, String quarter, LocalDate from, LocalDate until, String currency, List<CounterpartAnswer> counterparts,
            List<LackAnswer> missing) {
        static Overview of(SettlementOverview overview) {
            return new Overview(overview.libraryId(), overview.library(), overview.quarter().name(), overview.quarter().start(), overview.quarter().lastDay(), "EUR",
                overview.counterparts().stream().map(CounterpartAnswer::of).toList(), overview.missing().stream().map(one -> new LackAnswer(one.placementId(), one.key())).toList());
        }
    }

    /** Work without a rate on its day. */
    @Schema(name = "SettlementMissingRate")
    record LackAnswer(UUID placementId, String key) {
    }

    @Schema(name = "SettlementCounterpart")
    record CounterpartAnswer(UUID organisationId, String organisation, List<Answer> settlements, List<OpenAnswer> open,
            @Schema(description = "Given and taken in the four quarters until and with this one; absent where nothing was settled") YearAnswer year) {
        static CounterpartAnswer of(SettlementOverview.Counterpart one) {
            return new CounterpartAnswer(one.id(), one.name(), one.settlements().stream().map(Answer::of).toList(),
                one.open().stream().map(open -> new OpenAnswer(open.placementId(), open.start(), open.end())).toList(),
                one.year() == null ? null : new YearAnswer(one.year().givenMinutes(), one.year().takenMinutes(), one.year().givenMinutes() - one.year().takenMinutes(),
                    one.year().givenCents(), one.year().takenCents(), one.year().givenCents() - one.year().takenCents()));
        }
    }

    /** Work whose hours are not approved yet. */
    @Schema(name = "SettlementOpenSheet")
    record OpenAnswer(UUID placementId, Instant start, Instant end) {
    }

    @Schema(name = "GiveAndTake")
    record YearAnswer(int givenMinutes, int takenMinutes, int balanceMinutes, long givenCents, long takenCents, long balanceCents) {
    }

    @Schema(name = "Settlement")
    record Answer(@Schema(description = "Absent for what was not run yet") UUID id, int version, int run,
            @Schema(description = "WAITING, DRAFT, SENT or PAID") String state, UUID organisationId, UUID counterpartId, SideAnswer lent, SideAnswer borrowed,
            @Schema(description = "What the counterpart pays; below zero when it is the other way round") long balanceCents, int balanceMinutes, UUID payerId, String currency,
            List<LineAnswer> lines, List<InvoiceAnswer> invoices, Instant createdAt, Instant sentAt, Instant paidAt) {
        static Answer of(SettlementView view) {
            Netting netting = view.netting();
            return new Answer(view.id(), view.version(), view.run(), view.state() == null ? "WAITING" : view.state().name(), view.libraryId(), view.counterpartId(),
                SideAnswer.of(netting.ours()), SideAnswer.of(netting.theirs()), netting.balanceCents(), netting.balanceMinutes(), netting.payerId(), "EUR",
                Stream.concat(view.ours().stream(), view.theirs().stream()).map(LineAnswer::of).toList(),
                view.invoices().stream().map(one -> new InvoiceAnswer(one.id(), one.number(), one.ours() ? view.libraryId() : view.counterpartId(), one.vatGround(), one.issuedOn(),
                    one.dueOn(), one.netCents(), one.vatCents(), one.totalCents())).toList(), view.createdAt(), view.sentAt(), view.paidAt());
        }
    }

    @Schema(name = "SettlementSide")
    record SideAnswer(int placements, int minutes, long netCents, long vatCents, long totalCents) {
        static SideAnswer of(Netting.Side side) {
            return new SideAnswer(side.placements(), side.minutes(), side.netCents(), side.vatCents(), side.totalCents());
        }
    }

    @Schema(name = "OpenBookLine")
    record LineAnswer(UUID placementId, int entry, boolean correction, UUID lenderId, UUID borrowerId, LocalDate workedOn, String employee, String title, int minutes,
            int costPriceCents, int rateCents, long workCents, int irregularMinutes, long irregularCents, int roadMetres, int kilometreCents, long travelCents, long netCents,
            VatGround vatGround, int vatBasisPoints, long vatCents, long totalCents, String ratesVersion, boolean demo) {
        static LineAnswer of(SettlementView.Line line) {
            OpenBookLine book = line.book();
            return new LineAnswer(book.placementId(), book.entry(), book.correction(), book.lenderId(), book.borrowerId(), book.workedOn(), line.employee(), line.title(),
                book.minutes(), book.costPriceCents(), book.hourCents(), book.workCents(), book.irregularMinutes(), book.irregularCents(), book.roadMetres(),
                book.kilometreCents(), book.travelCents(), book.netCents(), book.vatGround(), book.vatBasisPoints(), book.vatCents(), book.totalCents(), book.ratesVersion(),
                book.demo());
        }
    }

    @Schema(name = "SettlementInvoice")
    record InvoiceAnswer(UUID id, String number, UUID sellerId, VatGround vatGround, LocalDate issuedOn, LocalDate dueOn, long netCents, long vatCents, long totalCents) {
    }
}
