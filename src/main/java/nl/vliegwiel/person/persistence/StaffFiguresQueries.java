package nl.vliegwiel.person.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import nl.vliegwiel.person.StaffFigures.Figures;
import org.jdbi.v3.core.Jdbi;

/** Counts of people. */
@ApplicationScoped
public class StaffFiguresQueries {
    private static final String FIGURES = """
        select count(*) as people, count(*) filter (where subject is null) as never_signed_in
          from person p
         where exists (select from employment e
                        where e.person_id = p.id and e.starts_on <= :day and (e.ends_on is null or e.ends_on >= :day))""";

    @Inject
    private Jdbi jdbi;

    public Figures on(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(FIGURES).bind("day", day)
            .map((row, context) -> new Figures(row.getInt("people"), row.getInt("never_signed_in"))).one());
    }
}
