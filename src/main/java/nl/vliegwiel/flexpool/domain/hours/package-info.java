/** Hours that were worked in a placement, and who agreed to them (R12). */
package nl.vliegwiel.flexpool.domain.hours;
