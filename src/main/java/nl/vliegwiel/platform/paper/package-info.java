/** Accessible PDF. */
package nl.vliegwiel.platform.paper;
