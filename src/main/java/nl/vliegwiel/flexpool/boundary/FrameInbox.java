package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.domain.frame.FrameState;
import nl.vliegwiel.flexpool.persistence.FrameQueries;
import nl.vliegwiel.flexpool.persistence.FrameQueries.Row;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;

/** Frame agreements that wait for the yes of a library. */
@ApplicationScoped
public class FrameInbox implements InboxSource {
    @Inject
    private FrameQueries queries;

    @Override
    public List<InboxItem> waitingFor(Actor actor) {
        Set<UUID> mine = actor.organisationsWhere(Role.HR_MANAGER);
        if (mine.isEmpty()) {
            return List.of();
        }
        return queries.of(mine).stream().filter(row -> row.state() == FrameState.PROPOSED).flatMap(row -> Stream.of(row.oneId(), row.otherId())
            .filter(party -> mine.contains(party) && isAsked(row, party)).map(party -> item(row, party))).toList();
    }

    private boolean isAsked(Row row, UUID party) {
        return queries.consents(row.id()).stream().noneMatch(one -> one.textVersion() == row.textVersion() && one.organisationId().equals(party));
    }

    private static InboxItem item(Row row, UUID party) {
        return new InboxItem("FRAME_CONSENT", "frame_agreement", row.id(), row.version(), "frame.inbox", List.of(row.oneId().equals(party) ? row.other() : row.one()),
            row.madeAt(), null, "/flexpool/frame?id=" + row.id());
    }

    @Override
    public int count(Actor actor) {
        return queries.waiting(actor.organisationsWhere(Role.HR_MANAGER));
    }
}
