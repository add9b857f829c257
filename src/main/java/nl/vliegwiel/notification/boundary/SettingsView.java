package nl.vliegwiel.notification.boundary;

import nl.vliegwiel.notification.domain.Preferences;

/**
 * What somebody wants to be told.
 *
 * @param version 0 as long as she chose nothing
 */
public record SettingsView(Preferences preferences, int version) {
}
