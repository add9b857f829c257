/** How a request reaches further and further: circles one after the other, people in batches, standby near the start. */
package nl.vliegwiel.flexpool.domain.reach;
