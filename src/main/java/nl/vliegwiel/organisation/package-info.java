/**
 * The register: libraries, POI's, national bodies and partners, with their ISIL codes, branches and places.
 * Everybody may read it; administrators keep it. A code never changes once given (R19).
 */
@Feature
package nl.vliegwiel.organisation;

import nl.vliegwiel.platform.Feature;
