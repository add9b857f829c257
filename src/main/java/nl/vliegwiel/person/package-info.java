/**
 * People, their employments and their roles per organisation. Rights are read here at every request and never kept
 * in a session, so that a right taken away is gone at the next click.
 */
@Feature(allowed = "organisation")
package nl.vliegwiel.person;

import nl.vliegwiel.platform.Feature;
