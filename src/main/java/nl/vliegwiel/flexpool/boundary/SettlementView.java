package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.settlement.Netting;
import nl.vliegwiel.flexpool.domain.settlement.OpenBookLine;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import nl.vliegwiel.flexpool.domain.settlement.SettlementState;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;

/**
 * One settlement of two libraries, seen by one of them.
 *
 * @param id null for what was not run yet
 * @param run 1 for the first of the quarter
 * @param state null for what was not run yet
 * @param netting with the reader's library as the one
 * @param ours hours that the reader's library lent
 * @param theirs hours that the other lent
 * @param invoices as soon as it was sent
 */
public record SettlementView(UUID id, int version, Quarter quarter, int run, SettlementState state, UUID libraryId, String library, UUID counterpartId,
        String counterpart, Netting netting, List<Line> ours, List<Line> theirs, List<Invoice> invoices, Instant createdAt, Instant sentAt, Instant paidAt,
        Mine mine) {
    /** A line with what it is about. */
    public record Line(OpenBookLine book, String employee, String title, String place, Instant start, Instant end) {
    }

    /** @param ours the reader's library is the one that is paid */
    public record Invoice(UUID id, String number, boolean ours, VatGround vatGround, LocalDate issuedOn, LocalDate dueOn, long netCents, long vatCents) {
        public long totalCents() {
            return netCents + vatCents;
        }
    }

    /** What the reader may do now. */
    public record Mine(boolean maySend, boolean mayPay) {
    }

    /** Something in it is reckoned with an invented rate. */
    public boolean isDemo() {
        return ours.stream().anyMatch(line -> line.book().demo()) || theirs.stream().anyMatch(line -> line.book().demo());
    }

    /** Cents without a sign. */
    public long balance() {
        return Math.abs(netting.balanceCents());
    }

    /** Who pays; null where nobody does. */
    public String payer() {
        return netting.payerId() == null ? null : netting.payerId().equals(libraryId) ? library : counterpart;
    }

    /** Who gets the money; null where nobody does. */
    public String payee() {
        return netting.payeeId() == null ? null : netting.payeeId().equals(libraryId) ? library : counterpart;
    }
}
