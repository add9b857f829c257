package nl.vliegwiel.learning.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.vliegwiel.learning.CertificateAwarded;
import nl.vliegwiel.learning.domain.CohortState;
import nl.vliegwiel.learning.domain.EnrolmentState;
import nl.vliegwiel.learning.persistence.CertificateQueries;
import nl.vliegwiel.learning.persistence.CohortQueries;
import nl.vliegwiel.learning.persistence.EnrolmentQueries;
import nl.vliegwiel.learning.persistence.ProgrammeQueries;
import nl.vliegwiel.meeting.Meetings;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Zones;
import nl.vliegwiel.skill.SkillProofs;

/** Giving certificates to who was there often enough, checking them, and taking them back. */
@UseCase
public class CertificateService {
    private static final String ENTITY = "certificate";
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int CODE_LENGTH = 16;
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private CertificateQueries certificates;

    @Inject
    private CohortQueries cohorts;

    @Inject
    private EnrolmentQueries enrolments;

    @Inject
    private ProgrammeQueries programmes;

    @Inject
    private Meetings meetings;

    @Inject
    private SkillProofs proofs;

    @Inject
    private LearningPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private SignOnSettings settings;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<CertificateAwarded> awarded;

    /**
     * Somebody who took part, and how she stands for a certificate.
     *
     * @param attendance percentage of the sessions that she was at
     * @param enough it reaches what the programme asks
     * @param code of the certificate that she has; null for none
     */
    public record Candidate(UUID personId, String name, String organisation, int attendance, boolean enough, String code) {
    }

    /**
     * What anybody may know who has the code: no more than name, programme and date.
     *
     * @param valid false once it is revoked
     */
    public record Check(String name, String programme, LocalDate awardedOn, boolean valid) {
    }

    /** A certificate of one's own. */
    public record Own(String code, LocalDate awardedOn) {
    }

    /** @throws NotFound {@code certificate.notFound} for a code that was never given */
    @OpenToAllStaff
    public Check check(String code) {
        return certificates.find(plain(code), false).map(row -> new Check(row.name(), row.programme(), day(row.awardedAt()), row.revokedAt() == null))
            .orElseThrow(() -> new NotFound("certificate.notFound"));
    }

    /** The caller's certificate of a cohort; null for none. */
    @OpenToAllStaff
    public Own own(UUID cohortId) {
        return certificates.of(cohortId, actor.get().personId(), false).map(row -> new Own(row.code(), day(row.awardedAt()))).orElse(null);
    }

    /** Who took part, and how each stands. @throws NotFound {@code cohort.notFound}; Forbidden {@code cohort.notGuided} */
    public List<Candidate> candidates(UUID cohortId) {
        CohortQueries.Row cohort = guided(cohortId);
        int asked = programmes.find(cohort.programmeId()).orElseThrow().minAttendance();
        Meetings.Attendance attendance = meetings.attendance(cohortId, clock.instant());
        Map<UUID, CertificateQueries.Row> given = certificates.ofCohort(cohortId).stream().collect(Collectors.toMap(CertificateQueries.Row::personId, Function.identity()));
        return enrolments.live(cohortId).stream().filter(row -> row.state() == EnrolmentState.ENROLLED).map(row -> new Candidate(row.personId(), row.person(), row.organisation(),
            attendance.percent(row.personId()), attendance.percent(row.personId()) >= asked, given.containsKey(row.personId()) ? given.get(row.personId()).code() : null)).toList();
    }

    /**
     * Gives certificates; the skill of the programme is hers at once. Who has one keeps it.
     *
     * @param people who took part; null for all who were there often enough
     * @throws Conflict {@code certificate.notFinished} while the cohort is not over
     * @throws RuleViolation {@code certificate.attendance}, {@code certificate.stranger} at {@code people}; then nobody gets one
     */
    public List<Candidate> award(UUID cohortId, List<UUID> people) {
        Actor who = actor.get();
        CohortQueries.Row cohort = guided(cohortId);
        if (cohort.state() != CohortState.FINISHED && cohort.state() != CohortState.ALUMNI) {
            throw new Conflict("certificate.notFinished");
        }
        List<Candidate> candidates = candidates(cohortId);
        List<Candidate> chosen = people == null ? candidates.stream().filter(Candidate::enough).toList() : chosen(people, candidates);
        Instant now = clock.instant();
        for (Candidate one : chosen) {
            UUID id = Ids.next();
            String code = code();
            if (one.code() != null || !certificates.add(id, cohortId, one.personId(), code, who.personId(), now)) {
                continue;
            }
            var programme = programmes.find(cohort.programmeId()).orElseThrow();
            if (programme.skillId() != null) {
                proofs.show(id, one.personId(), programme.skillId(), programme.skillLevel(), Texts.of(Texts.DUTCH, "certificate.evidence", programme.title(), day(now).getYear()), who.personId(), now);
            }
            audit.record(who, "awarded", ENTITY, id, cohort.organiserId(), Map.of("cohort", cohortId.toString()));
            awarded.fire(new CertificateAwarded(cohortId, one.personId(), code, false, now));
        }
        return candidates(cohortId);
    }

    private static List<Candidate> chosen(List<UUID> people, List<Candidate> candidates) {
        List<Candidate> chosen = new ArrayList<>();
        for (UUID person : people) {
            Candidate one = candidates.stream().filter(candidate -> candidate.personId().equals(person)).findFirst()
                .orElseThrow(() -> new RuleViolation(List.of(Violation.of("people", "certificate.stranger"))));
            if (!one.enough()) {
                throw new RuleViolation(List.of(Violation.of("people", "certificate.attendance", one.name(), one.attendance())));
            }
            chosen.add(one);
        }
        return chosen;
    }

    /**
     * Takes a certificate back; what it showed no longer counts.
     *
     * @throws NotFound {@code certificate.notFound}
     * @throws RuleViolation at {@code reason}
     */
    public List<Candidate> revoke(UUID cohortId, UUID personId, String reason) {
        Actor who = actor.get();
        CohortQueries.Row cohort = guided(cohortId);
        CertificateQueries.Row row = certificates.of(cohortId, personId, false).orElseThrow(() -> new NotFound("certificate.notFound"));
        String why = reason == null ? "" : reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw new RuleViolation(List.of(Violation.of("reason", "enrolment.reason.length", SHORTEST_REASON, LONGEST_REASON)));
        }
        BsnGuard.require("reason", why);
        if (certificates.revoke(row.id(), who.personId(), why, clock.instant())) {
            proofs.takeBack(row.id());
            audit.record(who, "revoked", ENTITY, row.id(), cohort.organiserId(), Map.of("cohort", cohortId.toString()));
            awarded.fire(new CertificateAwarded(cohortId, personId, row.code(), true, clock.instant()));
        }
        return candidates(cohortId);
    }

    /** The caller's certificate as a file. @throws NotFound {@code certificate.notFound} */
    @OpenToAllStaff
    public byte[] pdf(UUID cohortId) {
        Locale language = actor.get().language();
        return certificates.of(cohortId, actor.get().personId(), "en".equals(language.getLanguage())).map(row -> CertificatePdf.write(row, language, settings.publicUrl()))
            .orElseThrow(() -> new NotFound("certificate.notFound"));
    }

    private CohortQueries.Row guided(UUID cohortId) {
        Actor who = actor.get();
        CohortQueries.Row row = cohorts.find(cohortId, who.personId()).orElseThrow(() -> new NotFound("cohort.notFound"));
        policy.requireGuide(who, row);
        return row;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Zones.AMSTERDAM).toLocalDate();
    }

    /** As people type it: small letters, spaces and lines between the groups do not matter. */
    private static String plain(String code) {
        return code == null ? "" : code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** 80 bits, without letters and figures that look alike. */
    private static String code() {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
