/**
 * Planning a week: a proposal for all open shifts of a library or region at once. Nobody is assigned by it; a planner
 * takes over all, some or none.
 *
 * <p>{@link nl.vliegwiel.flexpool.domain.planning.PlanningEngine} is the port, {@link nl.vliegwiel.flexpool.domain.planning.PlanningProblem}
 * what goes in, {@link nl.vliegwiel.flexpool.domain.planning.PlanProposal} what comes out. All times are minutes from one
 * Monday 00:00; the caller turns the wall clock into minutes (clock changes, week boundary) and keeps the list that tells
 * which of his people and shifts a position stands for.
 *
 * <p>What a person did, refused, or how fast she answered is no input and must not become one (AI Act, annex III 4(b));
 * see the decision of 22 November 2026 on the planning engine.
 */
package nl.vliegwiel.flexpool.domain.planning;
