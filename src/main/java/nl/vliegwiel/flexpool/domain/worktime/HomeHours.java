package nl.vliegwiel.flexpool.domain.worktime;

/**
 * What is known of the hours at the own library.
 *
 * A roster is shared only as far as employer and employee agreed to it. Where it is not known, the check still has
 * to count those hours, and has to say that it assumed them. Assumed hours are a sum per week: they count for the
 * week and the averages, and not for rest and shift length, of which nothing can be assumed.
 *
 * @param knowledge what is known
 * @param contractMinutesPerWeek minutes a week by contract; net of breaks
 */
public record HomeHours(Knowledge knowledge, int contractMinutesPerWeek) {
    /** How the hours at the own library enter the sum of a week. */
    public enum Knowledge {
        /** The roster is known: the work of kind HOME_ROSTER counts and nothing is assumed. */
        ROSTER_KNOWN,
        /**
         * Not known; a loan takes the place of work at home. The usual case of a library that releases hours of the
         * contract: a week counts the greater of contract and loans. The default.
         */
        LOAN_IN_PLACE_OF_CONTRACT,
        /** Not known; a loan comes on top of the contract: a week counts contract plus loans. */
        LOAN_ON_TOP_OF_CONTRACT
    }

    public HomeHours {
        if (contractMinutesPerWeek < 0) {
            throw new IllegalArgumentException("Contract of " + contractMinutesPerWeek);
        }
    }

    public static HomeHours known(int contractMinutesPerWeek) {
        return new HomeHours(Knowledge.ROSTER_KNOWN, contractMinutesPerWeek);
    }

    public static HomeHours assumed(int contractMinutesPerWeek) {
        return new HomeHours(Knowledge.LOAN_IN_PLACE_OF_CONTRACT, contractMinutesPerWeek);
    }

    public static HomeHours onTop(int contractMinutesPerWeek) {
        return new HomeHours(Knowledge.LOAN_ON_TOP_OF_CONTRACT, contractMinutesPerWeek);
    }

    /** Minutes of a week, given what is known of it. */
    long weekMinutes(long knownHomeMinutes, long loanMinutes) {
        return switch (knowledge) {
            case ROSTER_KNOWN -> knownHomeMinutes + loanMinutes;
            case LOAN_IN_PLACE_OF_CONTRACT -> Math.max(contractMinutesPerWeek, loanMinutes);
            case LOAN_ON_TOP_OF_CONTRACT -> contractMinutesPerWeek + loanMinutes;
        };
    }
}
