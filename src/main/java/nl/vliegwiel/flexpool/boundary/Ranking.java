package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.vliegwiel.flexpool.domain.ranking.FailedRule;
import nl.vliegwiel.flexpool.domain.ranking.Funnel;
import nl.vliegwiel.flexpool.domain.ranking.PoolIndex;
import nl.vliegwiel.flexpool.domain.ranking.PoolIndex.Ranked;
import nl.vliegwiel.flexpool.domain.ranking.PoolIndex.Work;
import nl.vliegwiel.flexpool.domain.ranking.PoolMember;
import nl.vliegwiel.flexpool.domain.ranking.ShiftDemand;
import nl.vliegwiel.flexpool.domain.ranking.Weights;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeCheck;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeLimits;
import nl.vliegwiel.flexpool.persistence.RankingQueries;
import nl.vliegwiel.flexpool.persistence.WorkingTimeQueries;
import nl.vliegwiel.organisation.TravelTime;

/**
 * Ranks the pool for one shift. Holds the search rows in memory and takes over, before each answer, the rows that
 * were committed since; so every node answers from the tables of this moment. Asks nobody's rights: that is for who
 * calls it.
 */
@ApplicationScoped
public class Ranking {
    private final PoolIndex index = new PoolIndex();
    private RankingQueries queries;
    private WorkingTimeQueries workingTime;
    private String snapshot;
    private volatile WorkingTimeLimits limits;

    protected Ranking() {
    }

    @Inject
    public Ranking(RankingQueries queries, WorkingTimeQueries workingTime) {
        this.queries = queries;
        this.workingTime = workingTime;
    }

    /**
     * Who fits, best first.
     *
     * @param most how many at most
     * @param after only who comes after this person; null for the first
     */
    public List<Ranked> rank(ShiftDemand demand, Weights weights, int most, UUID after) {
        catchUp();
        return index.rank(demand, weights, work(demand), most, after);
    }

    /**
     * Many questions after each other, for the product itself: the limits and the places of branches are read once, and
     * what was committed is not taken over, so {@link #warmUp} first.
     */
    public final class Round {
        private final WorkingTimeCheck check;
        private final Map<UUID, int[]> points = new HashMap<>();

        private Round() {
            WorkingTimeLimits now = workingTime.limits();
            limits = now;
            check = new WorkingTimeCheck(now);
        }

        /** The best of those who are still wanted. */
        public List<Ranked> best(ShiftDemand demand, Weights weights, int most, Predicate<UUID> wanted) {
            return index.rank(demand, weights, work(demand), most, null, wanted);
        }

        /** As {@link Ranking#whyNot}. */
        public List<FailedRule> whyNot(PoolMember member, ShiftDemand demand) {
            return PoolIndex.whyNot(member, demand, work(demand));
        }

        /** As {@link Ranking#funnel}. */
        public Funnel funnel(ShiftDemand demand) {
            return index.funnel(demand, work(demand));
        }

        private Work work(ShiftDemand demand) {
            return new Work(check, branch -> minutes(point(branch), demand));
        }

        /** Where a branch is, in metres on the grid of the Netherlands. */
        public int[] point(UUID branch) {
            return points.computeIfAbsent(branch, queries::branchPoint);
        }
    }

    public Round round() {
        return new Round();
    }

    /** By which rules it ranked: version of filters and score, and the working-time limits of the first day as they were last read. */
    public String rules(ShiftDemand demand) {
        return PoolIndex.RULES + " " + limits.versionOn(demand.firstDay());
    }

    /** How many are left after each filter, and what would help. */
    public Funnel funnel(ShiftDemand demand) {
        catchUp();
        return index.funnel(demand, work(demand));
    }

    /** A member as the tables say now; empty for who never joined the pool. */
    public Optional<PoolMember> member(UUID personId) {
        return queries.truth(personId);
    }

    /** The rules that a member fails; empty when she is on the list. */
    public List<FailedRule> whyNot(PoolMember member, ShiftDemand demand) {
        return PoolIndex.whyNot(member, demand, work(demand));
    }

    /** Takes over what was committed since the last time, outside any question; in a transaction, so that rows come in portions. */
    @Transactional
    public void warmUp() {
        catchUp();
    }

    private synchronized void catchUp() {
        queries.news(snapshot).ifPresent(news -> {
            index.put(news.members());
            snapshot = news.snapshot();
        });
    }

    private Work work(ShiftDemand demand) {
        Map<UUID, Integer> travel = new HashMap<>();
        WorkingTimeLimits now = workingTime.limits();
        limits = now;
        return new Work(new WorkingTimeCheck(now), branch -> travel.computeIfAbsent(branch, id -> minutes(queries.branchPoint(id), demand)));
    }

    private static int minutes(int[] point, ShiftDemand demand) {
        return TravelTime.minutes((int) Math.round(Math.hypot((double) point[0] - demand.x(), (double) point[1] - demand.y())));
    }
}
