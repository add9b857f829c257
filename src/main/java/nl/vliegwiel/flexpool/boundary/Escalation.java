package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.PeopleFit;
import nl.vliegwiel.flexpool.domain.ranking.PoolIndex.Ranked;
import nl.vliegwiel.flexpool.domain.reach.Pace;
import nl.vliegwiel.flexpool.persistence.RankingQueries;
import nl.vliegwiel.flexpool.persistence.RankingQueries.Asked;
import nl.vliegwiel.flexpool.persistence.RankingQueries.AskedShift;
import nl.vliegwiel.flexpool.persistence.ReachQueries;
import nl.vliegwiel.flexpool.persistence.ReachQueries.Live;
import nl.vliegwiel.flexpool.persistence.ReachQueries.Opened;
import nl.vliegwiel.flexpool.persistence.ReachQueries.Told;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.time.Zones;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets requests reach further: opens circles whose time has come and tells the next people who fit, best first, until
 * enough of them answered. A portion of requests is one transaction; what it tells is remembered and put into the
 * outbox within it, so that after the death of a node nothing is told twice and nothing is lost.
 */
@ApplicationScoped
public class Escalation {
    /** Requests in one transaction: long enough to ask the database seldom, short enough to hold locks briefly. */
    static final int PORTION = 250;
    /** Of a long series the first shifts decide who is told; who comes sees the others. */
    private static final int MOST_SHIFTS = 10;
    private static final Duration ROUND = Duration.ofMinutes(1);
    /** When nobody is left to tell, somebody may still join or free a day. */
    private static final Duration NOBODY_LEFT = Duration.ofHours(6);

    private ReachQueries queries;
    private RankingQueries requests;
    private Ranking ranking;
    private Audit audit;
    private Clock clock;
    private Event<PeopleFit> people;
    private int mostPerDay;

    protected Escalation() {
    }

    /** @param mostPerDay notices of requests that one person gets at most on one day */
    @Inject
    public Escalation(ReachQueries queries, RankingQueries requests, Ranking ranking, Audit audit, Clock clock, Event<PeopleFit> people,
            @ConfigProperty(name = "flexpool.notices-per-day") int mostPerDay) {
        this.queries = queries;
        this.requests = requests;
        this.ranking = ranking;
        this.audit = audit;
        this.clock = clock;
        this.people = people;
        this.mostPerDay = mostPerDay;
    }

    /**
     * One portion.
     *
     * @return requests that were looked at; fewer than {@link #PORTION} when no more are due
     */
    @Transactional
    public int portion() {
        Instant now = clock.instant();
        List<UUID> claimed = queries.claim(now, PORTION);
        if (claimed.isEmpty()) {
            return 0;
        }
        List<Opened> opened = queries.open(claimed, now);
        remember(opened);
        Set<UUID> widened = opened.stream().map(Opened::requestId).collect(Collectors.toSet());
        List<Live> live = queries.live(claimed, now);
        Map<UUID, Instant> next = new HashMap<>();
        List<Live> asking = new ArrayList<>();
        for (Live one : live) {
            boolean due = widened.contains(one.requestId()) || !one.batchAt().isAfter(now);
            boolean enough = one.answers() >= one.seats() * one.pace().enough();
            next.put(one.requestId(), due ? now.plus(pause(one, now)) : one.batchAt());
            if (due && !enough) {
                asking.add(one);
            }
        }
        tell(asking, now, next);
        queries.next(claimed, next);
        return claimed.size();
    }

    private void remember(List<Opened> opened) {
        opened.stream().collect(Collectors.groupingBy(one -> List.of(one.organisationId(), one.circle()), LinkedHashMap::new, Collectors.toList()))
            .forEach((alike, those) -> audit.recordAll(null, "circle_opened", "request", those.stream().map(Opened::requestId).toList(),
                those.get(0).organisationId(), Map.of("circle", those.get(0).circle().name())));
    }

    private static Duration pause(Live one, Instant now) {
        return Pace.isLastMinute(now, one.firstStart()) ? ROUND : Duration.ofMinutes(one.pace().batchMinutes());
    }

    private void tell(List<Live> asking, Instant now, Map<UUID, Instant> next) {
        if (asking.isEmpty()) {
            return;
        }
        LocalDate today = now.atZone(Zones.AMSTERDAM).toLocalDate();
        List<UUID> ids = asking.stream().map(Live::requestId).toList();
        Map<UUID, Asked> asked = requests.askedOpenly(ids).stream().collect(Collectors.toMap(Asked::requestId, one -> one));
        Map<UUID, Set<UUID>> known = queries.known(ids);
        Set<UUID> full = queries.full(today, mostPerDay);
        Ranking.Round round = ranking.round();
        Map<Told, List<UUID>> fits = new LinkedHashMap<>();
        for (Live one : asking) {
            Set<UUID> informed = known.getOrDefault(one.requestId(), Set.of());
            Map<UUID, List<UUID>> best = best(one, asked.get(one.requestId()), round, informed, full);
            if (best.size() < one.pace().batch()) {
                Instant later = now.plus(NOBODY_LEFT);
                next.merge(one.requestId(), later, (soon, late) -> late.isAfter(soon) ? late : soon);
            }
            best.forEach((person, shifts) -> fits.put(new Told(one.requestId(), person), shifts));
        }
        List<Told> told = queries.tell(withinTheDay(fits, today), today, now);
        if (!told.isEmpty()) {
            people.fire(new PeopleFit(told.stream().map(one -> new PeopleFit.Fit(one.requestId(), one.personId(), fits.get(one))).toList()));
        }
    }

    /** The best people for any of the shifts that have room, with the shifts that each fits. */
    private static Map<UUID, List<UUID>> best(Live one, Asked asked, Ranking.Round round, Set<UUID> informed, Set<UUID> full) {
        Map<UUID, List<UUID>> shifts = new HashMap<>();
        Map<UUID, Integer> score = new LinkedHashMap<>();
        List<AskedShift> open = asked.shifts().stream().filter(shift -> one.shifts().contains(shift.id())).limit(MOST_SHIFTS).toList();
        for (AskedShift shift : open) {
            List<Ranked> ranked = round.best(asked.demand(shift, Locale.ROOT), asked.weights(), one.pace().batch(),
                person -> !informed.contains(person) && !full.contains(person));
            for (Ranked fit : ranked) {
                shifts.computeIfAbsent(fit.member().personId(), id -> new ArrayList<>()).add(shift.id());
                score.merge(fit.member().personId(), fit.score().total(), Math::max);
            }
        }
        Map<UUID, List<UUID>> best = new LinkedHashMap<>();
        score.entrySet().stream().sorted(Comparator.comparing((Map.Entry<UUID, Integer> entry) -> entry.getValue()).reversed()).limit(one.pace().batch())
            .forEach(entry -> best.put(entry.getKey(), shifts.get(entry.getKey())));
        return best;
    }

    /** Who is wanted more often than she may be told today gets the first ones; the others go to the next person in the next round. */
    private List<Told> withinTheDay(Map<Told, List<UUID>> fits, LocalDate today) {
        if (fits.isEmpty()) {
            return List.of();
        }
        Map<UUID, Integer> count = new HashMap<>(queries.lockDay(fits.keySet().stream().map(Told::personId).toList(), today));
        return fits.keySet().stream().filter(one -> count.merge(one.personId(), 1, Integer::sum) <= mostPerDay).toList();
    }
}
