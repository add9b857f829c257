package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.agreement.VatCondition;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.agreement.WttaPosition;
import nl.vliegwiel.flexpool.domain.worktime.Finding;

/**
 * One placement as the person who asks may see it.
 *
 * @param employeeId null where the name is not open to this person yet (R10)
 * @param employeeName null where the name is not open to this person yet (R10)
 * @param travelMinutes one way; null where not known
 * @param swapId the swap that it is part of, definite only together with the others of it; null for none
 * @param textVersion version of the agreement that holds now
 * @param consents all that were given, also to former texts, in the order of time
 * @param findings working-time rules that the work would break, live while undecided, as at the last yes afterwards
 * @param findingsAsOf the set of limits that was used (R6)
 * @param deadline of the request; null for none
 * @param me what the person who asks may do
 */
public record PlacementDetail(UUID id, int version, UUID requestId, String requestTitle, UUID shiftId, UUID employeeId, String employeeName,
        String employeeFunction, UUID lenderId, String lenderName, UUID borrowerId, String borrowerName, String branchName, String placeName,
        Instant start, Instant end, int breakMinutes, int netMinutes, Integer travelMinutes, PlacementState state, String endReason, Party endedBy,
        Instant createdAt, Instant deadline, UUID swapId, int textVersion, Terms terms, List<ConsentLine> consents, List<Finding> findings, String findingsAsOf,
        Cost cost, Mine me) {

    /**
     * What a party said; by and name are null where the employee is not named to this person yet (R10).
     *
     * @param counts said to the present text, and the party was not asked again since
     * @param givenAt when the person said so beforehand, under a standing release or instant booking; null when it was said about this placement
     */
    public record ConsentLine(Party party, Decision decision, UUID by, String name, Instant at, int textVersion, String reason, boolean counts, Instant givenAt) {
    }

    /**
     * What it costs the borrower, open to all three (R2). Amounts in cents; null where a rate is not known, for then
     * there is no amount.
     *
     * @param minutes net minutes of work
     * @param rateCents cost price per hour
     * @param demo true where a rate is invented for the demonstration
     * @param ratesFrom first day of the youngest rate that was used (R6); null where none was
     * @param irregularMinutes with an allowance, and what that is; null in texts from before it was reckoned
     */
    public record Cost(int minutes, Integer rateCents, Long workCents, Long travelCents, Integer vatBasisPoints, Long vatCents, Long totalCents,
            boolean demo, LocalDate ratesFrom, Integer irregularMinutes, Long irregularCents) {
        public boolean isUnknown() {
            return totalCents == null;
        }
    }

    /**
     * What the agreement says beyond the shift.
     *
     * @param frameNumber of the frame agreement to which it is an annex; null for none
     * @param waadiCheckedOn day on which the borrower checked the ground; null until its yes
     */
    public record Terms(String taskDescription, String functionAtBorrower, WaadiGround waadiGround, LocalDate waadiCheckedOn, WttaPosition wttaPosition,
            VatGround vatGround, Set<VatCondition> vatConditions, Integer frameNumber) {
    }

    /** What the person who asks is to this placement and may do now. */
    public record Mine(boolean employee, Set<Party> parties, Set<Party> mayConsent, Set<Party> mayCancel, boolean mayWithdraw, boolean mayChangeTerms,
            boolean mayCallUp, boolean mayReopen) {
    }
}
