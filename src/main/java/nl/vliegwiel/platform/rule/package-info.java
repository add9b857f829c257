/** The ways in which a use case says no. */
package nl.vliegwiel.platform.rule;
