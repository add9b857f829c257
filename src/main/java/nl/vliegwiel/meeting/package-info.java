/**
 * Gatherings of groups: when, where, about what, who was there. Which people belong to a group, and who leads it, another
 * feature tells ({@link nl.vliegwiel.meeting.MeetingAudience}).
 */
@Feature(allowed = {"organisation", "person"})
package nl.vliegwiel.meeting;

import nl.vliegwiel.platform.Feature;
