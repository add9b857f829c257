/** What happens by itself, again and again, on every node. */
package nl.vliegwiel.platform.job;
