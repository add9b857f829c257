package nl.vliegwiel.notification.boundary;

import jakarta.inject.Inject;
import nl.vliegwiel.notification.domain.Preferences;
import nl.vliegwiel.notification.persistence.SettingsQueries;
import nl.vliegwiel.notification.persistence.SettingsQueries.Kept;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;

/** Everybody chooses for herself how messages come. */
@UseCase
public class SettingsService {
    @Inject
    private SettingsQueries queries;

    @Inject
    private CurrentActor actor;

    @OpenToAllStaff
    public SettingsView mine() {
        Kept kept = queries.find(actor.get().personId());
        return new SettingsView(kept.preferences(), kept.version());
    }

    /**
     * @param seenVersion version that she saw
     * @throws RuleViolation a fault per field
     * @throws StaleData when she changed them elsewhere since
     */
    @OpenToAllStaff
    public SettingsView save(int seenVersion, Preferences preferences) {
        preferences.requireSensible();
        if (!queries.save(actor.get().personId(), seenVersion, preferences)) {
            throw new StaleData("stale");
        }
        return mine();
    }
}
