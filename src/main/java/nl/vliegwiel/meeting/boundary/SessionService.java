package nl.vliegwiel.meeting.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.meeting.MeetingAudience;
import nl.vliegwiel.meeting.SessionChanged;
import nl.vliegwiel.meeting.SessionChanged.Change;
import nl.vliegwiel.meeting.domain.SessionText;
import nl.vliegwiel.meeting.persistence.SessionQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rest.CallCount;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/** Planning sessions, moving and calling them off, who was there, and what was said. */
@UseCase
public class SessionService {
    private static final String ENTITY = "session";
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int CODE_LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_MINUTES = 20_000;
    /** The code counts a little before and after, for who comes early or types late. */
    private static final Duration MARGIN = Duration.ofMinutes(30);
    private static final int GUESSES_PER_MINUTE = 10;

    @Inject
    private SessionQueries sessions;

    @Inject
    private SessionPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private CallCount count;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<SessionChanged> changed;

    /** Somebody of the group, and whether she was there. */
    public record Present(UUID personId, String name, boolean present) {
    }

    /** Sessions of a group, by start. @throws NotFound {@code session.notFound} */
    public List<Session> list(String kind, UUID group) {
        Actor who = actor.get();
        MeetingAudience audience = policy.requireSee(who, kind, group);
        boolean leads = audience.leads(who, group);
        boolean inside = leads || audience.takesPart(who, group);
        return sessions.list(group, who.personId()).stream().map(row -> view(row, inside, leads)).toList();
    }

    /** @throws NotFound {@code session.notFound} */
    public Session get(UUID id) {
        Actor who = actor.get();
        SessionQueries.Row row = row(id);
        MeetingAudience audience = policy.requireSee(who, row.audience(), row.groupId());
        boolean leads = audience.leads(who, row.groupId());
        return view(row, leads || audience.takesPart(who, row.groupId()), leads);
    }

    /** Name of the group of a session. */
    public String group(UUID id) {
        SessionQueries.Row row = row(id);
        return policy.requireSee(actor.get(), row.audience(), row.groupId()).name(row.groupId());
    }

    /** The caller takes part in what the group does. */
    public boolean takesPart(UUID id) {
        SessionQueries.Row row = row(id);
        return policy.requireSee(actor.get(), row.audience(), row.groupId()).takesPart(actor.get(), row.groupId());
    }

    /** Name of a group. @throws NotFound {@code session.notFound}; Forbidden {@code session.notLead} */
    public String requireLead(String kind, UUID group) {
        return policy.requireLead(actor.get(), kind, group).name(group);
    }

    /**
     * Plans a session; everybody in the group gets an invitation for the calendar.
     *
     * @throws RuleViolation what is wrong, at the fields
     */
    public Session add(String kind, UUID group, SessionText text) {
        Actor who = actor.get();
        MeetingAudience audience = policy.requireLead(who, kind, group);
        SessionQueries.Kept kept = kept(text);
        UUID id = Ids.next();
        sessions.add(id, kind, group, kept, code(), who.personId(), clock.instant());
        audit.record(who, "planned", ENTITY, id, null, Map.of("group", group.toString()));
        changed.fire(new SessionChanged(id, audience.invited(group), Change.PLANNED));
        return get(id);
    }

    /**
     * Changes a session. Where time, place or link change everybody gets the invitation again, and calendars move it.
     *
     * @throws RuleViolation what is wrong, at the fields
     * @throws Conflict {@code session.cancelled}
     * @throws StaleData {@code stale}
     */
    public Session change(UUID id, int seenVersion, SessionText text) {
        Actor who = actor.get();
        SessionQueries.Row row = row(id);
        MeetingAudience audience = policy.requireLead(who, row.audience(), row.groupId());
        SessionQueries.Kept kept = kept(text);
        requireOn(row);
        boolean moves = !row.period().equals(kept.period()) || !java.util.Objects.equals(row.hostId(), kept.hostId()) || !row.place().equals(kept.place())
            || !row.link().equals(kept.link()) || !row.title().equals(kept.title());
        if (!sessions.change(id, seenVersion, kept, moves, clock.instant())) {
            throw new StaleData("stale");
        }
        audit.record(who, "changed", ENTITY, id, null, Map.of("moved", moves));
        if (moves) {
            changed.fire(new SessionChanged(id, audience.invited(row.groupId()), Change.MOVED));
        }
        return get(id);
    }

    /** Calls a session off. @throws Conflict {@code session.cancelled} */
    public Session cancel(UUID id, int seenVersion) {
        Actor who = actor.get();
        SessionQueries.Row row = row(id);
        MeetingAudience audience = policy.requireLead(who, row.audience(), row.groupId());
        requireOn(row);
        if (!sessions.cancel(id, seenVersion, clock.instant())) {
            throw new StaleData("stale");
        }
        audit.record(who, "cancelled", ENTITY, id, null, Map.of());
        changed.fire(new SessionChanged(id, audience.invited(row.groupId()), Change.CANCELLED));
        return get(id);
    }

    /** What was said and agreed. @throws RuleViolation at {@code minutes} */
    public Session minutes(UUID id, int seenVersion, String minutes) {
        Actor who = actor.get();
        SessionQueries.Row row = row(id);
        policy.requireLead(who, row.audience(), row.groupId());
        String text = minutes == null ? "" : minutes.strip();
        if (text.length() > LONGEST_MINUTES || text.indexOf('\0') >= 0) {
            throw new RuleViolation(List.of(Violation.of("minutes", "session.text.length", 0, LONGEST_MINUTES)));
        }
        BsnGuard.require("minutes", text);
        if (!sessions.minutes(id, seenVersion, text, clock.instant())) {
            throw new StaleData("stale");
        }
        audit.record(who, "minuted", ENTITY, id, null, Map.of());
        return get(id);
    }

    /**
     * The caller is there: she types the code on the screen.
     *
     * @throws Conflict {@code session.code.notNow} outside the session; {@code session.cancelled}
     * @throws RuleViolation {@code session.code.wrong} at {@code code}; {@code session.code.tooMany}
     */
    public Session attend(UUID id, String code) {
        Actor who = actor.get();
        SessionQueries.Row row = row(id);
        policy.requireTakePart(who, row.audience(), row.groupId());
        requireOn(row);
        if (count.next("session code " + who.personId()) > GUESSES_PER_MINUTE) {
            throw new RuleViolation(List.of(Violation.of("code", "session.code.tooMany")));
        }
        Instant now = clock.instant();
        if (now.isBefore(row.period().start().minus(MARGIN)) || now.isAfter(row.period().end().plus(MARGIN))) {
            throw new Conflict("session.code.notNow");
        }
        if (!row.code().equals(code == null ? "" : code.strip().toUpperCase(Locale.ROOT))) {
            throw new RuleViolation(List.of(Violation.of("code", "session.code.wrong")));
        }
        if (sessions.attend(id, who.personId(), "CODE", who.personId(), now)) {
            audit.record(who, "attended", ENTITY, id, null, Map.of());
        }
        return get(id);
    }

    /** Who of the group was there. @throws Forbidden {@code session.notLead} */
    public List<Present> present(UUID id) {
        SessionQueries.Row row = row(id);
        MeetingAudience audience = policy.requireLead(actor.get(), row.audience(), row.groupId());
        return sessions.attendees(id, audience.invited(row.groupId())).stream().map(one -> new Present(one.personId(), one.name(), one.present())).toList();
    }

    /**
     * Who leads the group says who was there.
     *
     * @param people all of them; who is not among them was not
     * @throws Conflict {@code session.notBegun}, {@code session.cancelled}
     * @throws RuleViolation {@code session.present.stranger} at {@code people}
     */
    public List<Present> list(UUID id, List<UUID> people) {
        Actor who = actor.get();
        SessionQueries.Row row = row(id);
        MeetingAudience audience = policy.requireLead(who, row.audience(), row.groupId());
        requireOn(row);
        Instant now = clock.instant();
        if (now.isBefore(row.period().start().minus(MARGIN))) {
            throw new Conflict("session.notBegun");
        }
        Set<UUID> group = audience.invited(row.groupId());
        Set<UUID> there = new HashSet<>(people == null ? List.of() : people);
        if (there.contains(null) || !group.containsAll(there)) {
            throw new RuleViolation(List.of(Violation.of("people", "session.present.stranger")));
        }
        List<UUID> away = new ArrayList<>(group);
        away.removeAll(there);
        sessions.absent(id, away);
        there.forEach(person -> sessions.attend(id, person, "LIST", who.personId(), now));
        audit.record(who, "listed", ENTITY, id, null, Map.of("present", there.size()));
        return present(id);
    }

    private SessionQueries.Kept kept(SessionText text) {
        text.check();
        List<Violation> faults = new ArrayList<>();
        BsnGuard.check("title", text.title()).ifPresent(faults::add);
        BsnGuard.check("agenda", text.agenda()).ifPresent(faults::add);
        if (text.hostId() != null && !sessions.isLibrary(text.hostId())) {
            faults.add(Violation.of("hostId", "session.host.unknown"));
        }
        RuleViolation.throwIfAny(faults);
        Instant start = at(text.day(), text.from());
        Instant end = at(text.day(), text.to());
        if (!end.isAfter(start)) {
            // Only in the night of the clock change
            throw new RuleViolation(List.of(Violation.of("to", "session.ends.beforeStart")));
        }
        return new SessionQueries.Kept(text.title(), new Period(start, end), text.hostId(), text.place(), text.link(), text.agenda());
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Zones.AMSTERDAM).toInstant();
    }

    private static void requireOn(SessionQueries.Row row) {
        if (row.cancelled()) {
            throw new Conflict("session.cancelled");
        }
    }

    private SessionQueries.Row row(UUID id) {
        return sessions.find(id, actor.get().personId()).orElseThrow(() -> new NotFound("session.notFound"));
    }

    /** Without letters and figures that look alike. */
    private static String code() {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private static Session view(SessionQueries.Row row, boolean inside, boolean leads) {
        return new Session(row.id(), row.version(), row.groupId(), row.title(), row.period().start(), row.period().end(), row.hostId(), row.host(), row.place(), inside ? row.link() : "",
            inside ? row.agenda() : "", inside ? row.minutes() : "", leads ? row.code() : null, row.cancelled(), row.present(), leads);
    }
}
