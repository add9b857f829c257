package nl.vliegwiel.skill.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Counts and names of the catalogue. */
@ApplicationScoped
public class CatalogueFiguresQueries {
    @Inject
    private Jdbi jdbi;

    public int skills() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from skill where not retired").mapTo(Integer.class).one());
    }

    public List<String> names(Collection<UUID> publicIds, boolean english) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select case when :english then name_en else name_nl end as name from skill where public_id = any(:ids) order by name""")
            .bind("english", english).bindArray("ids", UUID.class, publicIds.toArray()).mapTo(String.class).list());
    }
}
