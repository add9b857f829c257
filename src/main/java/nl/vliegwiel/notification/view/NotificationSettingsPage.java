package nl.vliegwiel.notification.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.vliegwiel.notification.boundary.SettingsService;
import nl.vliegwiel.notification.boundary.SettingsView;
import nl.vliegwiel.notification.domain.Preferences;
import nl.vliegwiel.notification.domain.Preferences.Channel;
import nl.vliegwiel.notification.domain.QuietHours;
import nl.vliegwiel.notification.domain.Topic;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** How messages come to me, on one page and in a minute. */
@Named("notificationSettingsPage")
@ViewScoped
public class NotificationSettingsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<Integer> LEADS = List.of(0, 60, 180, 24 * 60, 2 * 24 * 60);

    @Inject
    private SettingsService service;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private int seenVersion;
    private int reminder;
    private String quietFrom;
    private String quietTo;
    private ArrayList<Row> rows;

    /** A topic with her choice. */
    public static final class Row implements Serializable {
        private static final long serialVersionUID = 1L;
        private final Topic topic;
        private Channel channel;

        Row(Topic topic, Channel channel) {
            this.topic = topic;
            this.channel = channel;
        }

        public Topic getTopic() {
            return topic;
        }

        public Channel getChannel() {
            return channel;
        }

        public void setChannel(Channel channel) {
            this.channel = channel;
        }
    }

    public void load() {
        SettingsView view = service.mine();
        seenVersion = view.version();
        reminder = view.preferences().reminderMinutes();
        quietFrom = view.preferences().quiet().fromText();
        quietTo = view.preferences().quiet().toText();
        rows = new ArrayList<>();
        Arrays.stream(Topic.values()).forEach(topic -> rows.add(new Row(topic, view.preferences().channel(topic))));
    }

    public String save() {
        Map<Topic, Channel> topics = new EnumMap<>(Topic.class);
        rows.stream().filter(row -> row.getChannel() != null).forEach(row -> topics.put(row.getTopic(), row.getChannel()));
        service.save(seenVersion, new Preferences(reminder, QuietHours.of(quietFrom, quietTo), topics));
        notices.done(Texts.of(languages.getLocale(), "settings.done"));
        return "/notification-settings?faces-redirect=true";
    }

    /** Usual lead times, and her own where a script chose another. */
    public List<Integer> getLeads() {
        List<Integer> leads = new ArrayList<>(LEADS);
        if (!leads.contains(reminder)) {
            leads.add(reminder);
        }
        return leads;
    }

    public String lead(int minutes) {
        return Texts.of(languages.getLocale(), minutes == 0 ? "settings.reminder.off" : minutes % 1440 == 0 ? "settings.reminder.days" : "settings.reminder.hours",
            minutes % 1440 == 0 ? minutes / 1440 : Math.max(1, minutes / 60));
    }

    public Channel[] getChannels() {
        return Channel.values();
    }

    public List<Row> getRows() {
        return rows;
    }

    public int getReminder() {
        return reminder;
    }

    public void setReminder(int reminder) {
        this.reminder = reminder;
    }

    public String getQuietFrom() {
        return quietFrom;
    }

    public void setQuietFrom(String quietFrom) {
        this.quietFrom = quietFrom;
    }

    public String getQuietTo() {
        return quietTo;
    }

    public void setQuietTo(String quietTo) {
        this.quietTo = quietTo;
    }
}
