/** Fetching from addresses that somebody typed. */
package nl.vliegwiel.platform.fetch;
