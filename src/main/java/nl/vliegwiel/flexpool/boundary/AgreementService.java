package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.AgreementDocument.Signature;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent;
import nl.vliegwiel.flexpool.persistence.AgreementQueries;
import nl.vliegwiel.flexpool.persistence.InductionQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Row;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.signon.SignOnSettings;

/** Gives the agreement on paper to the three parties. */
@UseCase
public class AgreementService {
    private static final String NAMELESS = "de medewerker (naam volgt na haar ja)";

    @Inject
    private PlacementQueries placements;

    @Inject
    private AgreementQueries agreements;

    @Inject
    private InductionQueries inductions;

    @Inject
    private SignOnSettings settings;

    @Inject
    private PlacementPolicy policy;

    @Inject
    private AgreementText texts;

    @Inject
    private AgreementPdf pdf;

    @Inject
    private CurrentActor actor;

    /**
     * @param textVersion null for the present one
     * @return the agreement with the yeses so far; without the employee's name to a borrower who may not know it yet (R10)
     * @throws NotFound {@code placement.notFound}, {@code agreement.notFound} when there is no such text
     */
    public AgreementFile pdf(UUID placementId, Integer textVersion) {
        Actor who = actor.get();
        Row row = placements.row(placementId).orElseThrow(() -> new NotFound("placement.notFound"));
        policy.requireRead(who, PlacementReader.parties(row));
        int version = textVersion == null ? row.textVersion() : textVersion;
        AgreementQueries.Text text = agreements.find(placementId, version)
            .or(() -> version == row.textVersion() ? Optional.of(new AgreementQueries.Text(version, AgreementText.CLAUSES, texts.of(row), row.createdAt())) : Optional.empty())
            .orElseThrow(() -> new NotFound("agreement.notFound"));
        boolean named = policy.maySeeName(who, PlacementReader.parties(row), row.sheCameForward());
        AgreementDocument document = document(row, text, named, induction(row.branchId()));
        byte[] bytes = pdf.write(document);
        String name = "overeenkomst-" + row.period().start().atOffset(ZoneOffset.UTC).toLocalDate() + "-" + placementId.toString().substring(24)
            + "-v" + version + ".pdf";
        return new AgreementFile(name, tag(bytes), bytes);
    }

    private URI induction(UUID branchId) {
        return inductions.sheets(branchId).isEmpty() ? null : settings.publicUrl().resolve("/flexpool/induction?branch=" + branchId);
    }

    private static AgreementDocument document(Row row, AgreementQueries.Text text, boolean named, URI induction) {
        AgreementContent content = text.content();
        AgreementContent shown = named ? content : new AgreementContent(
            new AgreementContent.Employee(NAMELESS, content.employee().function(), content.employee().minutesPerWeek()), content.lender(), content.borrower(),
            content.work(), content.start(), content.end(), content.breakMinutes(), content.money(), content.waadiGround(), content.wttaPosition(),
            content.wttaFrom(), content.vatGround(), content.vatConditions(), content.limitsVersion(), content.frame());
        List<Signature> signatures = row.consents().stream()
            .filter(c -> c.decision() == Decision.YES && c.textVersion() <= text.textVersion()
                && (c.counts() || c.textVersion() < row.textVersion()) && (named || c.party() != Party.EMPLOYEE))
            .map(c -> new Signature(c.party(), c.name(), c.function() == null ? "HR" : c.function(), c.at(), c.textVersion(), c.givenAt()))
            .toList();
        boolean present = text.textVersion() == row.textVersion();
        return new AgreementDocument(row.id(), text.textVersion(), text.clauseVersion(), text.createdAt(), shown, present ? row.waadiCheckedOn() : null,
            row.state().isFinal() && !row.state().isBooked(), present && row.state().isBooked(), !present, row.lenderId().equals(row.borrowerId()), induction,
            signatures);
    }

    static String tag(byte[] bytes) {
        try {
            return "\"" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
