package nl.vliegwiel.person.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.vliegwiel.person.persistence.PersonSearchQueries;
import nl.vliegwiel.person.persistence.PersonSearchQueries.Row;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.search.Hit;
import nl.vliegwiel.platform.search.SearchQuery;
import nl.vliegwiel.platform.search.SearchSource;

/** People of the libraries that somebody manages ({@link PersonPolicy#mayManage}), and herself; nobody finds another's people. */
@ApplicationScoped
public class PersonSearch implements SearchSource {
    private static final String KIND = "PERSON";

    @Inject
    private PersonSearchQueries queries;

    @Inject
    private Clock clock;

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public List<Found> find(Actor who, SearchQuery query, Set<String> kinds, int most) {
        if (query.narrowed().any()) {
            return List.of();
        }
        List<Row> rows = queries.find(who.personId(), who.organisationsWhere(Role.HR_MANAGER), query.words(), LocalDate.now(clock), most);
        return rows.isEmpty() ? List.of() : List.of(new Found(KIND, rows.stream().map(row -> hit(who, row)).toList(), rows.get(0).total(), false));
    }

    private static Hit hit(Actor who, Row row) {
        String path = who.is(row.id()) || !row.managed() ? "/person/profile" : "/organisation/employee?id=" + row.employment();
        return new Hit(KIND, row.id(), row.score(), row.name(), row.library(), row.function(), path, null, List.of());
    }
}
