package nl.vliegwiel.search.boundary;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.search.domain.SynonymText;
import nl.vliegwiel.search.persistence.SynonymQueries;
import nl.vliegwiel.search.persistence.SynonymQueries.Row;

/** The list of words that mean the same: read by everybody, kept by administrators. */
@UseCase
public class SynonymService {
    private static final String ENTITY = "search_synonym";

    @Inject
    private SynonymQueries queries;

    @Inject
    private SearchPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    /** By their first word. */
    @OpenToAllStaff
    public List<Synonyms> all() {
        return queries.all().stream().map(SynonymService::view).toList();
    }

    @OpenToAllStaff
    public boolean mayKeep() {
        return policy.mayKeepSynonyms(actor.get());
    }

    /** @throws NotFound {@code synonym.notFound} */
    @OpenToAllStaff
    public Synonyms get(UUID id) {
        return view(require(id));
    }

    /** @throws RuleViolation what is wrong with the words; Forbidden {@code synonym.forbidden} */
    public Synonyms add(List<String> words) {
        policy.requireKeepSynonyms(actor.get());
        UUID id = Ids.next();
        queries.add(id, SynonymText.checked(words));
        audit.record(actor.get(), "added", ENTITY, id, null, Map.of("words", String.join(", ", require(id).words())));
        return get(id);
    }

    /** @throws NotFound {@code synonym.notFound}; Forbidden {@code synonym.forbidden}; StaleData; RuleViolation what is wrong with the words */
    public Synonyms change(UUID id, int seenVersion, List<String> words) {
        Row before = require(id);
        policy.requireKeepSynonyms(actor.get());
        if (!queries.change(id, seenVersion, SynonymText.checked(words))) {
            throw new StaleData("stale");
        }
        audit.record(actor.get(), "changed", ENTITY, id, null, Map.of("before", String.join(", ", before.words()), "words", String.join(", ", require(id).words())));
        return get(id);
    }

    /** @throws NotFound {@code synonym.notFound}; Forbidden {@code synonym.forbidden}; StaleData */
    public void remove(UUID id, int seenVersion) {
        Row before = require(id);
        policy.requireKeepSynonyms(actor.get());
        if (!queries.remove(id, seenVersion)) {
            throw new StaleData("stale");
        }
        audit.record(actor.get(), "removed", ENTITY, id, null, Map.of("words", String.join(", ", before.words())));
    }

    private Row require(UUID id) {
        return queries.find(id).orElseThrow(() -> new NotFound("synonym.notFound"));
    }

    private static Synonyms view(Row row) {
        return new Synonyms(row.id(), row.version(), row.words());
    }
}
