package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Party;
import org.jdbi.v3.core.Jdbi;

/** Placements that wait for the yes or no of one person. */
@ApplicationScoped
public class DecisionQueries {
    /** The employee never decides for her employer too, as in the policy. */
    private static final String WAITING = """
        from placement p
        join lateral (values ('EMPLOYEE', p.employee_id = :me),
                             ('LENDER', p.lender_id = any(:libraries) and p.employee_id <> :me),
                             ('BORROWER', p.borrower_id = any(:libraries))) as asked (party, mine) on asked.mine
        where (p.employee_id = :me or p.lender_id = any(:libraries) or p.borrower_id = any(:libraries))
          and p.state in ('APPLIED', 'PROPOSED') and p.starts_at > :now
          and not exists (select from placement_consent c
                           where c.placement_id = p.id and c.text_version = p.text_version and c.party = asked.party and c.decision = 'YES'
                             and (c.party <> 'LENDER' or p.lender_asked_at is null or c.at > p.lender_asked_at))
        """;

    private static final String ROWS = """
        select w.id, w.version, w.swap, w.party, w.starts_at, w.changed_at, w.request_id, r.version as request_version, r.title, borrower.name as borrower, lender.name as lender, r.deadline,
               e.given_name || ' ' || e.family_name as employee
          from (select p.id, p.version, p.swap_id is not null as swap, p.starts_at, p.changed_at, p.request_id, p.borrower_id, p.lender_id, p.employee_id, asked.party
        """ + WAITING + """
               ) w
          join staff_request r on r.id = w.request_id
          join organisation borrower on borrower.id = w.borrower_id
          join organisation lender on lender.id = w.lender_id
          join person e on e.id = w.employee_id
         order by w.starts_at, w.id""";

    private static final String COUNT = "select count(*) filter (where asked.party <> 'BORROWER' or p.swap_id is not null)"
        + " + count(distinct p.request_id) filter (where asked.party = 'BORROWER' and p.swap_id is null) "
        + WAITING;

    @Inject
    private Jdbi jdbi;

    /**
     * One decision.
     *
     * @param party for whom it is given
     * @param since when the placement last changed
     * @param deadline of the request; null for none
     * @param swap it is part of a swap, so that there is nobody to choose from
     */
    public record Row(UUID id, int version, UUID requestId, int requestVersion, Party party, String title, String borrower, String lender, String employee, Instant start, Instant since,
            Instant deadline, boolean swap) {
    }

    public List<Row> waiting(UUID me, Set<UUID> libraries, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS).bind("me", me).bindArray("libraries", UUID.class, libraries.toArray()).bind("now", at(now))
            .map((row, context) -> new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("request_id", UUID.class),
                row.getInt("request_version"), Party.valueOf(row.getString("party")),
                row.getString("title"), row.getString("borrower"), row.getString("lender"), row.getString("employee"),
                instant(row.getObject("starts_at", OffsetDateTime.class)), instant(row.getObject("changed_at", OffsetDateTime.class)),
                instant(row.getObject("deadline", OffsetDateTime.class)), row.getBoolean("swap")))
            .list());
    }

    /** The borrower's are counted per request, for there they are chosen from. */
    public int count(UUID me, Set<UUID> libraries, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT).bind("me", me).bindArray("libraries", UUID.class, libraries.toArray()).bind("now", at(now))
            .mapTo(Integer.class).one());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
