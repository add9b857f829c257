package nl.vliegwiel.person.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.person.domain.Employment;
import nl.vliegwiel.person.domain.Person;
import nl.vliegwiel.person.domain.RoleGrant;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.StaleData;
import org.jdbi.v3.core.Jdbi;

/** People with their employments and roles, to be changed. */
@ApplicationScoped
public class PersonRepository {
    private static final String END_MERGED = """
        update employment set ends_on = cast(:today as date) - 1, version = version + 1
         where organisation_id = :from and starts_on < :today and (ends_on is null or ends_on >= :today)
        returning person_id""";

    private static final String MOVE_EMPLOYMENTS = """
        insert into employment (id, person_id, organisation_id, function_title, minutes_per_week, place_id, starts_on, ends_on)
        select gen_random_uuid(), e.person_id, :into, e.function_title, e.minutes_per_week, e.place_id, :today, e.ends_on
          from employment e
         where e.organisation_id = :from and e.starts_on < :today and (e.ends_on is null or e.ends_on >= :today)
           and not exists (select 1 from employment o where o.person_id = e.person_id and o.organisation_id = :into
                              and (o.ends_on is null or o.ends_on >= :today))
        returning person_id""";

    private static final String MOVE_LATER = """
        update employment e set organisation_id = :into, version = version + 1
         where e.organisation_id = :from and e.starts_on >= :today
           and not exists (select 1 from employment o where o.person_id = e.person_id and o.organisation_id = :into
                              and (o.ends_on is null or o.ends_on >= e.starts_on))
        returning person_id""";

    private static final String MOVE_ROLES = """
        insert into role_grant (id, person_id, role, organisation_id, deputy_for, starts_on, ends_on, granted_by, granted_at)
        select gen_random_uuid(), g.person_id, g.role, :into, g.deputy_for, greatest(g.starts_on, cast(:today as date)), g.ends_on, g.granted_by, g.granted_at
          from role_grant g
         where g.organisation_id = :from and (g.ends_on is null or g.ends_on >= :today)
        on conflict do nothing""";

    private static final String END_ROLES = """
        update role_grant set ends_on = greatest(starts_on, cast(:today as date) - 1), version = version + 1
         where organisation_id = :from and starts_on < :today and (ends_on is null or ends_on >= :today)""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Jdbi jdbi;

    /** @throws NotFound when there is none */
    public Person get(UUID id) {
        return Optional.ofNullable(em.find(Person.class, id)).orElseThrow(() -> new NotFound("person.notFound"));
    }

    /** @throws StaleData when it changed since it was seen */
    public Person get(UUID id, int seenVersion) {
        Person found = get(id);
        if (found.version() != seenVersion) {
            throw new StaleData("stale");
        }
        return found;
    }

    /** @throws NotFound when the organisation has no such employment; @throws StaleData when it changed since it was seen */
    public Employment employment(UUID organisationId, UUID id, int seenVersion) {
        Employment found = em.find(Employment.class, id);
        if (found == null || !found.organisationId().equals(organisationId)) {
            throw new NotFound("employment.notFound");
        }
        if (found.version() != seenVersion) {
            throw new StaleData("stale");
        }
        return found;
    }

    /** @throws NotFound when the organisation has no such grant; @throws StaleData when it changed since it was seen */
    public RoleGrant grant(UUID organisationId, UUID id, int seenVersion) {
        RoleGrant found = em.find(RoleGrant.class, id);
        if (found == null || !found.organisationId().equals(organisationId)) {
            throw new NotFound("role.notFound");
        }
        if (found.version() != seenVersion) {
            throw new StaleData("stale");
        }
        return found;
    }

    public List<RoleGrant> grants(UUID personId, UUID organisationId) {
        return em.createQuery("select g from RoleGrant g where g.personId = :person and g.organisationId = :organisation", RoleGrant.class)
            .setParameter("person", personId).setParameter("organisation", organisationId).getResultList();
    }

    /** Roles at the organisation that a person gave to those who stand in for her. */
    public List<RoleGrant> deputies(UUID deputyFor, UUID organisationId) {
        return em.createQuery("select g from RoleGrant g where g.deputyFor = :person and g.organisationId = :organisation", RoleGrant.class)
            .setParameter("person", deputyFor).setParameter("organisation", organisationId).getResultList();
    }

    public void add(Employment employment) {
        em.persist(employment);
        em.flush();
    }

    public void add(RoleGrant grant) {
        em.persist(grant);
        em.flush();
    }

    /** Only for a grant that gave nothing for a whole day; the audit still tells of it. */
    public void remove(RoleGrant grant) {
        em.remove(grant);
    }

    public void flush() {
        em.flush();
    }

    /**
     * R19: employments at the first organisation end yesterday and go on in the second today, with the roles; whoever
     * worked at both keeps the employment there.
     *
     * @return people whose employments changed
     */
    public List<UUID> move(UUID from, UUID into, LocalDate today) {
        return jdbi.withHandle(handle -> {
            List<UUID> people = new ArrayList<>(handle.createQuery(MOVE_EMPLOYMENTS).bind("from", from).bind("into", into).bind("today", today).mapTo(UUID.class).list());
            people.addAll(handle.createQuery(MOVE_LATER).bind("from", from).bind("into", into).bind("today", today).mapTo(UUID.class).list());
            people.addAll(handle.createQuery(END_MERGED).bind("from", from).bind("today", today).mapTo(UUID.class).list());
            handle.createUpdate(MOVE_ROLES).bind("from", from).bind("into", into).bind("today", today).execute();
            handle.createUpdate(END_ROLES).bind("from", from).bind("today", today).execute();
            handle.createUpdate("delete from role_grant where organisation_id = :from and starts_on >= :today").bind("from", from).bind("today", today).execute();
            return people.stream().distinct().toList();
        });
    }
}
