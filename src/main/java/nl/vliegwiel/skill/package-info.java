/** What people can do: an editable catalogue, and levels with evidence per person. Certificates by validity date only. */
@Feature(allowed = {"organisation", "person"})
package nl.vliegwiel.skill;

import nl.vliegwiel.platform.Feature;
