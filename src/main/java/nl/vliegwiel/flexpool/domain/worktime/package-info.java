/**
 * The working-time check (R5, R6): may this person work this shift, given all other work that is known of her?
 *
 * Figures are never in this code: they are dated {@link nl.vliegwiel.flexpool.domain.worktime.WorkingTimeLimit}
 * rows. What each rule counts is in the rule's own class; what is assumed where the home roster is not known is in
 * {@link nl.vliegwiel.flexpool.domain.worktime.HomeHours}.
 */
package nl.vliegwiel.flexpool.domain.worktime;
