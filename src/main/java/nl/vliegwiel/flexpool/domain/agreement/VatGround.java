package nl.vliegwiel.flexpool.domain.agreement;

import java.util.EnumSet;
import java.util.Set;

/** Why VAT is or is not charged; a required choice (R3). */
public enum VatGround {
    /** The standard rate. The default: short loans between libraries are taxed unless shown otherwise. */
    STANDARD,
    /** Structural lending between social-cultural bodies, exempt under the decree of 7 June 2024, nr 2024-13855. */
    STRUCTURAL_SOCIAL_CULTURAL,
    /** Not a loan but an exempt service under the lender's own direction. */
    SERVICE_OWN_DIRECTION,
    /** Costs shared by an agreed key ("kosten voor gemene rekening"). */
    COST_SHARING;

    /** The cautious choice. */
    public static final VatGround DEFAULT = STANDARD;

    public boolean isTaxed() {
        return this == STANDARD;
    }

    /** What has to be confirmed, each by itself, before this ground may be chosen. */
    public Set<VatCondition> conditions() {
        return switch (this) {
            case STANDARD -> EnumSet.noneOf(VatCondition.class);
            case STRUCTURAL_SOCIAL_CULTURAL -> EnumSet.of(VatCondition.INDEFINITE_TIME,
                    VatCondition.FEE_AT_MOST_GROSS_WAGE_COST, VatCondition.BORROWER_BEARS_DISMISSAL,
                    VatCondition.LENDER_IS_EXEMPT);
            case SERVICE_OWN_DIRECTION -> EnumSet.of(VatCondition.LENDER_DIRECTS, VatCondition.LENDER_IS_EXEMPT);
            case COST_SHARING -> EnumSet.of(VatCondition.KEY_AGREED_BEFOREHAND, VatCondition.RISK_SHARED_BY_KEY);
        };
    }
}
