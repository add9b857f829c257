package nl.vliegwiel.organisation.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.organisation.domain.Branch;
import nl.vliegwiel.organisation.domain.IsilCode;
import nl.vliegwiel.organisation.domain.Organisation;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.StaleData;

/** Organisations with their branches and codes, to be changed. */
@ApplicationScoped
public class OrganisationRepository {
    @PersistenceContext
    private EntityManager em;

    public Optional<Organisation> find(UUID id) {
        return Optional.ofNullable(em.find(Organisation.class, id));
    }

    /** @throws NotFound when there is none */
    public Organisation get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("organisation.notFound"));
    }

    /** @throws StaleData when it changed since it was seen */
    public Organisation get(UUID id, int seenVersion) {
        Organisation found = get(id);
        if (found.version() != seenVersion) {
            throw new StaleData("stale");
        }
        return found;
    }

    public void add(Organisation organisation) {
        em.persist(organisation);
        em.flush();
    }

    /** @throws NotFound when the organisation has no such branch */
    public Branch branch(UUID organisationId, UUID id, int seenVersion) {
        Branch found = em.find(Branch.class, id);
        if (found == null || !found.organisationId().equals(organisationId)) {
            throw new NotFound("branch.notFound");
        }
        if (found.version() != seenVersion) {
            throw new StaleData("stale");
        }
        return found;
    }

    public List<Branch> branches(UUID organisationId) {
        return em.createQuery("select b from Branch b where b.organisationId = :organisation order by b.name", Branch.class)
            .setParameter("organisation", organisationId).getResultList();
    }

    public void add(Branch branch) {
        em.persist(branch);
        em.flush();
    }

    public List<IsilCode> codes(UUID organisationId) {
        return em.createQuery("select c from IsilCode c where c.organisationId = :organisation order by c.validFrom", IsilCode.class)
            .setParameter("organisation", organisationId).getResultList();
    }

    public boolean isGiven(String isil) {
        return em.find(IsilCode.class, isil) != null;
    }

    public void add(IsilCode code) {
        em.persist(code);
        em.flush();
    }

    public List<Organisation> librariesOfPoi(UUID poiId) {
        return em.createQuery("select o from Organisation o where o.poiId = :poi", Organisation.class).setParameter("poi", poiId).getResultList();
    }

    /** Sends changes to the database, where native SQL sees them and constraints speak. */
    public void flush() {
        em.flush();
    }
}
