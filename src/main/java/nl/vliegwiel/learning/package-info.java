/**
 * Lerend Netwerk: programmes, and the cohorts (lichtingen) that learn together. Who came first gets the place first, within
 * the spread rule (R17); the home employer consents; what a cohort says among itself is its own (R16).
 */
@Feature(allowed = {"organisation", "person", "skill", "forum", "meeting"})
package nl.vliegwiel.learning;

import nl.vliegwiel.platform.Feature;
