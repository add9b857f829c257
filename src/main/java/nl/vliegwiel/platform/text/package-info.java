/** Texts in two languages, and dates, times and money as people write them. */
package nl.vliegwiel.platform.text;
