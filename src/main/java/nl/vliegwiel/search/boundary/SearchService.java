package nl.vliegwiel.search.boundary;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.search.Hit;
import nl.vliegwiel.platform.search.SearchQuery;
import nl.vliegwiel.platform.search.SearchQuery.Narrowed;
import nl.vliegwiel.platform.search.SearchSource;
import nl.vliegwiel.platform.search.SearchSource.Found;
import nl.vliegwiel.platform.search.SearchSource.Place;
import nl.vliegwiel.search.domain.Wanted;
import nl.vliegwiel.search.persistence.SynonymQueries;

/** Looks in all features for what somebody wants, with the words that mean the same; each source keeps to what she may see. */
@UseCase
public class SearchService {
    /** So far down nobody reads; who does so needs other words. */
    public static final int DEEPEST = 200;
    private static final Comparator<Hit> BEST = Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id, Comparator.reverseOrder());

    @Inject
    @Any
    private Instance<SearchSource> sources;

    @Inject
    private SynonymQueries synonyms;

    @Inject
    private CurrentActor actor;

    /** Every kind of thing that can be found. */
    @OpenToAllStaff
    public Set<String> kinds() {
        return sources.stream().flatMap(source -> source.kinds().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Spaces in which the caller takes part. */
    @OpenToAllStaff
    public List<Place> places() {
        Actor who = actor.get();
        return sources.stream().flatMap(source -> source.places(who).stream()).toList();
    }

    /**
     * @param typed null or without a word finds nothing
     * @param kind null for all
     * @param most hits per kind, 1 or more
     * @return per kind of which there is something, that with the best hit first
     */
    @OpenToAllStaff
    public List<Found> find(String typed, String kind, Narrowed narrowed, int most) {
        Wanted wanted = Wanted.of(typed);
        if (wanted.isNothing()) {
            return List.of();
        }
        Actor who = actor.get();
        SearchQuery query = new SearchQuery(wanted.words(), wanted.groups(synonyms.others(wanted.terms())), narrowed);
        List<Found> found = new ArrayList<>();
        for (SearchSource source : sources) {
            Set<String> kinds = source.kinds().stream().filter(one -> kind == null || kind.equals(one)).collect(Collectors.toSet());
            if (!kinds.isEmpty()) {
                found.addAll(source.find(who, query, kinds, Math.min(most, DEEPEST)));
            }
        }
        found.removeIf(one -> one.hits().isEmpty());
        found.sort(Comparator.comparing((Found one) -> one.hits().get(0), BEST));
        return found;
    }

    /** Of all kinds together, the best first. */
    @OpenToAllStaff
    public List<Hit> together(String typed, String kind, Narrowed narrowed, int skip, int most) {
        return find(typed, kind, narrowed, skip + most).stream().flatMap(one -> one.hits().stream()).sorted(BEST).skip(skip).limit(most).toList();
    }
}
