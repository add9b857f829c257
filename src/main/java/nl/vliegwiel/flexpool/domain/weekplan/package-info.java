/** The way between the tables and the planning engine: a week of open shifts as a problem, and a plan as lines with reasons. */
package nl.vliegwiel.flexpool.domain.weekplan;
