package nl.vliegwiel.meeting.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.vliegwiel.meeting.MeetingAudience;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/** Who sees, takes part in and plans the sessions of a group: the feature that has the group knows. */
@ApplicationScoped
public class SessionPolicy {
    @Inject
    @Any
    private Instance<MeetingAudience> audiences;

    /** @throws NotFound {@code session.notFound} */
    public MeetingAudience audience(String kind) {
        return audiences.stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow(() -> new NotFound("session.notFound"));
    }

    /** @throws NotFound {@code session.notFound} for a group that is not hers to see */
    public MeetingAudience requireSee(Actor who, String kind, UUID group) {
        MeetingAudience audience = audience(kind);
        if (!audience.maySee(who, group)) {
            throw new NotFound("session.notFound");
        }
        return audience;
    }

    /** @throws Forbidden {@code session.notLead} */
    public MeetingAudience requireLead(Actor who, String kind, UUID group) {
        MeetingAudience audience = requireSee(who, kind, group);
        if (!audience.leads(who, group)) {
            throw new Forbidden("session.notLead");
        }
        return audience;
    }

    /** @throws Forbidden {@code session.notMember} */
    public MeetingAudience requireTakePart(Actor who, String kind, UUID group) {
        MeetingAudience audience = requireSee(who, kind, group);
        if (!audience.takesPart(who, group)) {
            throw new Forbidden("session.notMember");
        }
        return audience;
    }
}
