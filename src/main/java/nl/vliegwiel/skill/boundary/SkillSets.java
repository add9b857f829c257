package nl.vliegwiel.skill.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.privacy.PersonalData;
import nl.vliegwiel.skill.SkillDomain;
import nl.vliegwiel.skill.SkillKind;
import nl.vliegwiel.skill.persistence.SkillQueries;

/** Reads the skills of one person; whoever calls it asks first whether that may be. */
@ApplicationScoped
public class SkillSets implements PersonalData {
    @Inject
    private SkillQueries queries;

    SkillSet of(UUID personId, String name) {
        return new SkillSet(personId, name, queries.version(personId), items(personId));
    }

    private List<SkillSet.Item> items(UUID personId) {
        return queries.of(personId).stream().map(row -> new SkillSet.Item(row.skillId(), SkillKind.valueOf(row.kind()), SkillDomain.valueOf(row.domain()),
            row.nameNl(), row.nameEn(), row.retired(), row.level(), row.certificateExpiresOn(), row.evidence(), row.confirmedBy(), row.confirmedAt(),
            row.confirmationAskedAt())).toList();
    }

    @Override
    public String section() {
        return "skills";
    }

    @Override
    public Object of(UUID personId) {
        return items(personId).stream().map(item -> new Exported(item.nameNl(), item.nameEn(), item.level(), item.certificateExpiresOn(),
            item.evidence(), item.confirmedBy(), item.confirmedAt(), item.confirmationAskedAt())).toList();
    }

    private record Exported(String nameNl, String nameEn, int level, LocalDate certificateExpiresOn, String evidence,
            String confirmedBy, Instant confirmedAt, Instant confirmationAskedAt) {
    }
}
