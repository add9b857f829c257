/**
 * One page over all features: what somebody looks for is found with the word that she uses, and only what she may see. Features
 * give sources ({@link nl.vliegwiel.platform.search.SearchSource}); nobody imports this one (rule A6).
 */
@Feature
package nl.vliegwiel.search;

import nl.vliegwiel.platform.Feature;
