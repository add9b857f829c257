package nl.vliegwiel.flexpool.domain.worktime;

/** What is checked. The order is the order in which findings are told. */
public enum WorkingTimeRule {
    /** Most minutes of work in one shift (Arbeidstijdenwet 5:7). */
    SHIFT_LENGTH,
    /** Least break in a shift of more than the window's minutes (Arbeidstijdenwet 5:4). */
    BREAK,
    /** Least unbroken rest in each 24 hours from the begin of a shift (Arbeidstijdenwet 5:3). */
    DAILY_REST,
    /** Least rest where the daily rest is shortened, once per window (Arbeidstijdenwet 5:3). */
    SHORTENED_DAILY_REST,
    /** Least unbroken rest in each seven days (Arbeidstijdenwet 5:5). */
    WEEKLY_REST,
    /** Instead of the weekly rest: least rest in fourteen days (Arbeidstijdenwet 5:5). */
    FORTNIGHT_REST,
    /** A stretch of rest counts for the fortnight from this length on (Arbeidstijdenwet 5:5). */
    FORTNIGHT_REST_BLOCK,
    /** Most minutes of work in one week (Arbeidstijdenwet 5:7). */
    WEEK,
    /** Most minutes a week on average over four weeks (Arbeidstijdenwet 5:7). */
    MEAN_OF_FOUR_WEEKS,
    /** Most minutes a week on average over sixteen weeks (Arbeidstijdenwet 5:7). */
    MEAN_OF_SIXTEEN_WEEKS,
    /** Time to travel from one piece of work to the next; no law, but nobody is in two places. */
    TRAVEL_BETWEEN_WORK,
    /** Most minutes of loans in one week: what the employee offers. The figure is the person's own. */
    OFFERED_HOURS,
    /** Most minutes of work in one week: contract plus what is offered. The figure is the person's own. */
    CONTRACT_AND_OFFERED_HOURS
}
