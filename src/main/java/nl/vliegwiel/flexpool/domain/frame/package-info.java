/** What two libraries agree once for all loans between them. */
package nl.vliegwiel.flexpool.domain.frame;
