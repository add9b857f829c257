package nl.vliegwiel.forum.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.vliegwiel.forum.domain.Cleaned;
import nl.vliegwiel.forum.persistence.DraftQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.text.HealthWords;

/** What somebody is writing, kept at the server: a lost session or another desk loses nothing. Everybody has her own only. */
@UseCase
public class DraftService {
    private static final Pattern PLACE = Pattern.compile("(?:ask|reply|edit):[0-9a-f-]{36}");

    @Inject
    private DraftQueries drafts;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    /** @param tags as typed, between commas */
    public record Draft(String title, String body, String tags) {
    }

    /** Where a question to a space is kept. */
    public static String ask(UUID spaceId) {
        return "ask:" + spaceId;
    }

    public static String reply(UUID topicId) {
        return "reply:" + topicId;
    }

    public static String edit(UUID postId) {
        return "edit:" + postId;
    }

    @OpenToAllStaff
    public Optional<Draft> find(String place) {
        return drafts.find(actor.get().personId(), place).map(row -> new Draft(row.title(), row.body(), row.tags()));
    }

    /**
     * Keeps it; nothing typed is nothing kept. What may not be stored is not, and stays in the browser alone (R7, R8).
     *
     * @param place as {@link #ask}, {@link #reply} or {@link #edit} names it
     * @return whether it was kept
     * @throws NotFound {@code forum.draft.notFound} for a place that is none
     */
    @OpenToAllStaff
    public boolean save(String place, String title, String body, String tags) {
        if (place == null || !PLACE.matcher(place).matches()) {
            throw new NotFound("forum.draft.notFound");
        }
        UUID me = actor.get().personId();
        String line = Cleaned.line(title);
        String text = Cleaned.text(body);
        String words = Cleaned.line(tags);
        if (line.isEmpty() && text.isEmpty()) {
            drafts.forget(me, place);
            return true;
        }
        String all = line + "\n" + text + "\n" + words;
        if (all.length() > 2 * ForumText.LONGEST_BODY || BsnGuard.find(all).isPresent() || HealthWords.find(all).isPresent()) {
            return false;
        }
        drafts.save(me, place, line, text, words, clock.instant());
        return true;
    }

    @OpenToAllStaff
    public void forget(String place) {
        drafts.forget(actor.get().personId(), place);
    }
}
