package nl.vliegwiel.notification.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.notification.domain.Preferences;
import nl.vliegwiel.notification.domain.Preferences.Channel;
import nl.vliegwiel.notification.domain.QuietHours;
import nl.vliegwiel.notification.domain.Topic;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What people want to be told, and of which loans they were reminded. */
@ApplicationScoped
public class SettingsQueries {
    @Inject
    private Jdbi jdbi;

    /** Choices with their version; 0 as long as she chose nothing. */
    public record Kept(Preferences preferences, int version) {
        static final Kept NOTHING = new Kept(Preferences.USUAL, 0);
    }

    /** Whose mail about what a link ends; topic is null for all that comes together. */
    public record Link(UUID personId, Topic topic) {
    }

    public Kept find(UUID personId) {
        return many(List.of(personId)).getOrDefault(personId, Kept.NOTHING);
    }

    /** Those of these people who chose something. */
    public Map<UUID, Kept> many(Collection<UUID> people) {
        return jdbi.withHandle(handle -> {
            Map<UUID, Map<Topic, Channel>> topics = new HashMap<>();
            handle.createQuery("select person_id, topic, channel from notification_topic where person_id = any(:people) and topic = any(:topics)")
                .bindArray("people", UUID.class, people.toArray()).bindArray("topics", String.class, Arrays.stream(Topic.values()).map(Enum::name).toArray())
                .map((row, context) -> topics.computeIfAbsent(row.getObject("person_id", UUID.class), id -> new EnumMap<>(Topic.class))
                    .put(Topic.valueOf(row.getString("topic")), Channel.valueOf(row.getString("channel")))).list();
            Map<UUID, Kept> found = new HashMap<>();
            handle.createQuery("select * from notification_setting where person_id = any(:people)").bindArray("people", UUID.class, people.toArray())
                .map((row, context) -> found.put(row.getObject("person_id", UUID.class), kept(row, topics))).list();
            return found;
        });
    }

    private static Kept kept(ResultSet row, Map<UUID, Map<Topic, Channel>> topics) throws SQLException {
        return new Kept(new Preferences(row.getInt("reminder_minutes"), new QuietHours(row.getInt("quiet_from"), row.getInt("quiet_to")),
            topics.getOrDefault(row.getObject("person_id", UUID.class), Map.of())), row.getInt("version"));
    }

    /** @return false when she changed them elsewhere since */
    public boolean save(UUID personId, int seenVersion, Preferences preferences) {
        return jdbi.withHandle(handle -> {
            boolean saved = handle.createUpdate("""
                    insert into notification_setting (person_id, version, reminder_minutes, quiet_from, quiet_to)
                    select :person, 1, :reminder, :from, :to where :seen = 0 or exists (select 1 from notification_setting where person_id = :person)
                    on conflict (person_id) do update set version = notification_setting.version + 1, reminder_minutes = excluded.reminder_minutes,
                      quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to
                     where notification_setting.version = :seen""")
                .bind("person", personId).bind("seen", seenVersion).bind("reminder", preferences.reminderMinutes())
                .bind("from", preferences.quiet().from()).bind("to", preferences.quiet().to()).execute() == 1;
            if (saved) {
                handle.execute("delete from notification_topic where person_id = ?", personId);
                preferences.topics().forEach((topic, channel) -> put(handle, personId, topic, channel));
            }
            return saved;
        });
    }

    private static void put(Handle handle, UUID personId, Topic topic, Channel channel) {
        handle.execute("insert into notification_topic (person_id, topic, channel) values (?, ?, ?)", personId, topic.name(), channel.name());
    }

    /**
     * The secret of a link that ends mail, always the same for one person and topic.
     *
     * @param fresh to be used when there is none yet
     */
    public String token(UUID personId, String topic, String fresh) {
        return jdbi.withHandle(handle -> {
            handle.execute("insert into unsubscribe_link (token, person_id, topic) values (?, ?, ?) on conflict do nothing", fresh, personId, topic);
            return handle.createQuery("select token from unsubscribe_link where person_id = :person and topic = :topic").bind("person", personId).bind("topic", topic)
                .mapTo(String.class).one();
        });
    }

    /** @param together name of the topic that stands for all that comes together */
    public Optional<Link> link(String token, String together) {
        return jdbi.withHandle(handle -> handle.createQuery("select person_id, topic from unsubscribe_link where token = :token").bind("token", token)
            .map((row, context) -> new Link(row.getObject("person_id", UUID.class),
                together.equals(row.getString("topic")) ? null : Topic.valueOf(row.getString("topic")))).findOne());
    }

    /** Loans of which nobody was reminded yet; from now on they count as told. */
    public Set<UUID> remind(Map<UUID, Instant> loans, Instant now) {
        List<UUID> ids = List.copyOf(loans.keySet());
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("""
                insert into loan_reminder (placement_id, starts_at, at)
                select t.id, t.start, :now from unnest(:ids, cast(:starts as timestamptz[])) as t (id, start) order by t.id
                on conflict do nothing returning placement_id""")
            .bind("now", now.atOffset(ZoneOffset.UTC)).bindArray("ids", UUID.class, ids.toArray())
            .bindArray("starts", String.class, ids.stream().map(id -> loans.get(id).toString()).toArray()).mapTo(UUID.class).list()));
    }

    public void forget(Instant before) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from loan_reminder where starts_at < :before").bind("before", before.atOffset(ZoneOffset.UTC)).execute());
    }
}
