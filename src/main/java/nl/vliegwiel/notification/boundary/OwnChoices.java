package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.vliegwiel.notification.domain.Preferences;
import nl.vliegwiel.notification.domain.Topic;
import nl.vliegwiel.notification.persistence.SettingsQueries;
import nl.vliegwiel.platform.privacy.PersonalData;

/** R18: how messages come, as part of a person's export. */
@ApplicationScoped
public class OwnChoices implements PersonalData {
    @Inject
    private SettingsQueries queries;

    @Override
    public String section() {
        return "notifications";
    }

    @Override
    public Object of(UUID personId) {
        Preferences wishes = queries.find(personId).preferences();
        Map<String, String> topics = new TreeMap<>();
        Arrays.stream(Topic.values()).forEach(topic -> topics.put(topic.name(), wishes.channel(topic).name()));
        return Map.of("reminderMinutes", wishes.reminderMinutes(), "quietFrom", wishes.quiet().fromText(), "quietTo", wishes.quiet().toText(), "topics", topics);
    }
}
