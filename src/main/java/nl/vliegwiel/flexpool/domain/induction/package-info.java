/** What somebody has to know before her first shift at a branch, safety above all (7:658 BW). */
package nl.vliegwiel.flexpool.domain.induction;
