/**
 * People of libraries ask each other and answer: spaces, topics, posts. Every discussion of the product lives here; a space
 * has an audience, which another feature may supply ({@link nl.vliegwiel.forum.SpaceAudience}). What is not yours to read is
 * not there, and who asked namelessly is known to moderators alone.
 */
@Feature(allowed = {"organisation", "person"})
package nl.vliegwiel.forum;

import nl.vliegwiel.platform.Feature;
