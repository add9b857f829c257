package nl.vliegwiel.flexpool.boundary;

import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.agreement.VatCondition;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.agreement.WttaPosition;

/**
 * One of the two libraries changes the agreement; all three are asked anew (R1).
 *
 * @param placementId which placement
 * @param seenVersion version that the person saw
 * @param taskDescription what she will do
 * @param functionAtBorrower name of that work
 * @param waadiGround ground under the Waadi (R4)
 * @param wttaPosition position under the Wtta (R4)
 * @param vatGround ground for VAT (R3)
 * @param vatConditions what is confirmed for that ground
 * @param hourCents what is charged per hour; null for the cost price. More than the cost price is refused (R2)
 */
public record ChangeTerms(UUID placementId, int seenVersion, String taskDescription, String functionAtBorrower, WaadiGround waadiGround,
        WttaPosition wttaPosition, VatGround vatGround, Set<VatCondition> vatConditions, Integer hourCents) {
    public ChangeTerms {
        vatConditions = vatConditions == null ? Set.of() : Set.copyOf(vatConditions);
    }
}
