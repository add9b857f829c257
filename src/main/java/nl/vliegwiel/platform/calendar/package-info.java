/** What every calendar text of ours has: the time zone, and lines as long as the standard allows. */
package nl.vliegwiel.platform.calendar;
