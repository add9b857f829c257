/** One inbox of things to decide, and mail about what others changed for you (R14). Listens to events; nobody imports it. */
@Feature(allowed = {"organisation", "person", "skill", "flexpool", "forum", "meeting", "learning"})
package nl.vliegwiel.notification;

import nl.vliegwiel.platform.Feature;
