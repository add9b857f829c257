package nl.vliegwiel.forum.boundary;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;

/** Mail addresses that are the caller's alone. */
@UseCase
public class MailAddressService {
    @Inject
    private MailedWords mailed;

    @Inject
    private ForumPolicy policy;

    @Inject
    private CurrentActor actor;

    /** To ask in a space; empty where mail is not read. @throws NotFound {@code space.notFound} */
    public Optional<String> questionAddress(UUID spaceId) {
        policy.requireSpace(actor.get(), spaceId);
        return mailed.questionAddress(spaceId, actor.get().personId());
    }
}
