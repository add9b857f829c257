package nl.vliegwiel.skill.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.skill.SkillKind;
import nl.vliegwiel.skill.SkillsChanged;
import nl.vliegwiel.skill.domain.PersonSkill;
import nl.vliegwiel.skill.domain.Skill;
import nl.vliegwiel.skill.persistence.SkillQueries;
import nl.vliegwiel.skill.persistence.SkillRepository;

/** Own skills. They are kept and changed as one set with one version. */
@UseCase
public class MySkillsService {
    private static final int MOST = 100;

    @Inject
    private SkillRepository skills;

    @Inject
    private SkillQueries queries;

    @Inject
    private SkillSets sets;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<SkillsChanged> changed;

    /**
     * What a person says she can.
     *
     * @param level 1 to 4; may be left out for a certificate, which one has or has not
     */
    public record Said(UUID skillId, Integer level, LocalDate certificateExpiresOn, String evidence) {
    }

    @OpenToAllStaff
    public SkillSet mine() {
        return sets.of(actor.get().personId(), actor.get().name());
    }

    /**
     * Replaces the whole set.
     *
     * @param seenVersion of the set
     * @return the set as it is now
     * @throws StaleData when the set changed since it was seen
     * @throws RuleViolation per field, as {@code [2].level}
     */
    @OpenToAllStaff
    public SkillSet say(int seenVersion, List<Said> said) {
        UUID person = actor.get().personId();
        if (queries.lock(person) != seenVersion) {
            throw new StaleData("stale");
        }
        Map<UUID, Skill> catalogue = catalogue(said);
        Map<Integer, PersonSkill> had = new HashMap<>();
        skills.of(person).forEach(skill -> had.put(skill.skillId(), skill));
        RuleViolation.throwIfAny(faults(said, catalogue, had.keySet()));

        boolean different = false;
        for (Said one : said) {
            Skill skill = catalogue.get(one.skillId());
            PersonSkill known = had.remove(skill.id());
            PersonSkill target = known == null ? new PersonSkill(Ids.next(), person, skill.id()) : known;
            different |= target.say(level(one, skill), one.certificateExpiresOn(), one.evidence());
            if (known == null) {
                skills.add(target);
            }
        }
        different |= !had.isEmpty();
        had.values().forEach(skills::remove);
        if (different) {
            skills.flush();
            queries.raiseVersion(person);
            audit.record(actor.get(), "changed", "skills", person, null, Map.of("skills", said.size()));
            changed.fire(new SkillsChanged(person));
        }
        return mine();
    }

    /** Asks the own library to confirm these skills; what she does not have or is confirmed already is passed over. */
    @OpenToAllStaff
    public SkillSet askConfirmation(int seenVersion, Set<UUID> skillIds) {
        UUID person = actor.get().personId();
        if (queries.lock(person) != seenVersion) {
            throw new StaleData("stale");
        }
        Set<Integer> asked = skills.withPublicIds(skillIds).stream().map(Skill::id).collect(Collectors.toSet());
        skills.of(person).stream().filter(skill -> asked.contains(skill.skillId())).forEach(skill -> skill.askConfirmation(clock.instant()));
        skills.flush();
        queries.raiseVersion(person);
        audit.record(actor.get(), "confirmationAsked", "skills", person, null, Map.of("skills", asked.size()));
        return mine();
    }

    private Map<UUID, Skill> catalogue(List<Said> said) {
        Set<UUID> ids = new HashSet<>();
        said.forEach(one -> {
            if (one != null && one.skillId() != null) {
                ids.add(one.skillId());
            }
        });
        return skills.withPublicIds(ids).stream().collect(Collectors.toMap(Skill::publicId, skill -> skill));
    }

    private static List<Violation> faults(List<Said> said, Map<UUID, Skill> catalogue, Set<Integer> had) {
        List<Violation> faults = new ArrayList<>();
        if (said.size() > MOST) {
            faults.add(Violation.of("", "skill.set.tooMany", MOST));
        }
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < said.size(); i++) {
            Said one = said.get(i);
            String field = "[" + i + "].";
            Skill skill = one == null ? null : catalogue.get(one.skillId());
            if (skill == null) {
                faults.add(Violation.of(field + "skillId", "skill.unknown"));
                continue;
            }
            if (!seen.add(one.skillId())) {
                faults.add(Violation.of(field + "skillId", "skill.set.twice"));
            }
            if (skill.isRetired() && !had.contains(skill.id())) {
                faults.add(Violation.of(field + "skillId", "skill.retired"));
            }
            faults.addAll(PersonSkill.check(field, level(one, skill), one.certificateExpiresOn(), one.evidence()));
            BsnGuard.check(field + "evidence", one.evidence()).ifPresent(faults::add);
        }
        return faults;
    }

    private static Integer level(Said said, Skill skill) {
        return said.level() == null && skill.kind() == SkillKind.CERTIFICATE ? Integer.valueOf(PersonSkill.HIGHEST) : said.level();
    }
}
