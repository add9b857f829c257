package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PlacementDetail.ConsentLine;
import nl.vliegwiel.flexpool.boundary.PlacementDetail.Cost;
import nl.vliegwiel.flexpool.boundary.PlacementDetail.Mine;
import nl.vliegwiel.flexpool.boundary.PlacementDetail.Terms;
import nl.vliegwiel.flexpool.boundary.PlacementPolicy.Parties;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Row;
import nl.vliegwiel.organisation.TravelTime;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.time.Zones;

/** Makes of stored placements what one person may see of them: names by R10, findings of now or of then. */
@ApplicationScoped
class PlacementReader {
    @Inject
    private PlacementPolicy policy;

    @Inject
    private WorkingTime workingTime;

    @Inject
    private AgreementText text;

    @Inject
    private Clock clock;

    PlacementDetail detail(Row row, Actor who) {
        return details(List.of(row), who).get(0);
    }

    List<PlacementDetail> details(List<Row> rows, Actor who) {
        List<Row> undecided = rows.stream().filter(row -> row.state().isOpen()).toList();
        List<List<Finding>> found = workingTime.findings(undecided.stream().map(PlacementReader::asked).toList());
        Map<UUID, List<Finding>> findings = new HashMap<>();
        for (int i = 0; i < undecided.size(); i++) {
            findings.put(undecided.get(i).id(), found.get(i));
        }
        List<PlacementDetail> details = new ArrayList<>();
        for (Row row : rows) {
            List<Finding> stored = row.checked() == null ? List.of() : row.checked();
            details.add(detail(row, findings.getOrDefault(row.id(), stored), who));
        }
        return details;
    }

    List<Finding> findings(Row row) {
        return workingTime.findings(List.of(asked(row))).get(0);
    }

    static WorkingTime.Asked asked(Row row) {
        return new WorkingTime.Asked(row.id(), row.givesUp(), row.employeeId(), row.period(), row.breakMinutes(), row.branchId(), row.xKm(), row.yKm(),
            row.contractMinutes(), row.offeredMinutes(), row.lenderId().equals(row.borrowerId()));
    }

    static Parties parties(Row row) {
        return new Parties(row.id(), row.employeeId(), row.lenderId(), row.borrowerId());
    }

    private PlacementDetail detail(Row row, List<Finding> findings, Actor who) {
        boolean named = policy.maySeeName(who, parties(row), row.sheCameForward());
        AgreementContent content = text.of(row);
        List<ConsentLine> consents = row.consents().stream()
            .map(c -> new ConsentLine(c.party(), c.decision(), named || c.party() != Party.EMPLOYEE ? c.personId() : null,
                named || c.party() != Party.EMPLOYEE ? c.name() : null, c.at(), c.textVersion(), c.reason(), c.counts(), c.givenAt()))
            .toList();
        return new PlacementDetail(row.id(), row.version(), row.requestId(), row.requestTitle(), row.shiftId(), named ? row.employeeId() : null,
            named ? row.employeeName() : null, row.employeeFunction(), row.lenderId(), row.lenderName(), row.borrowerId(), row.borrowerName(),
            row.branchName(), row.placeName(), row.period().start(), row.period().end(), row.breakMinutes(),
            Math.toIntExact(row.period().minutes()) - row.breakMinutes(),
            row.straightMetres() == null ? null : TravelTime.minutes(row.straightMetres()),
            row.state().at(clock.instant(), row.period().start()), row.endReason(), row.endedBy(), row.createdAt(),
            row.deadline(), row.swapId(), row.textVersion(), terms(content, row), consents, findings, limitsVersion(row, content), cost(content), mine(row, who));
    }

    private String limitsVersion(Row row, AgreementContent content) {
        if (row.limitsVersion() != null) {
            return row.limitsVersion();
        }
        return row.state().isOpen() ? workingTime.limitsVersion(row.period().start().atZone(Zones.AMSTERDAM).toLocalDate()) : content.limitsVersion();
    }

    private static Terms terms(AgreementContent content, Row row) {
        return new Terms(content.work().task(), content.work().function(), content.waadiGround(), row.waadiCheckedOn(), content.wttaPosition(),
            content.vatGround(), content.vatConditions(), content.frame() == null ? null : content.frame().number());
    }

    private static Cost cost(AgreementContent content) {
        AgreementContent.Money money = content.money();
        return new Cost(money.minutes(), money.rateCents(), money.workCents(), money.travelCents(), money.vatBasisPoints(), money.vatCents(),
            money.totalCents(), money.demo(), money.ratesFrom(), money.irregularMinutes(), money.irregularCents());
    }

    private Mine mine(Row row, Actor who) {
        Set<Party> parties = policy.partiesOf(who, parties(row));
        Instant now = clock.instant();
        boolean begun = !now.isBefore(row.period().start());
        Set<Party> decide = EnumSet.noneOf(Party.class);
        if (row.state().takesConsent() && !begun) {
            parties.stream().filter(party -> !hasSaid(row, party)).forEach(decide::add);
        }
        Set<Party> stop = EnumSet.noneOf(Party.class);
        if (row.state().mayBecome(PlacementState.CANCELLED)) {
            stop.addAll(parties);
        }
        boolean textIsOpen = !begun && (row.state().isOpen() || row.state() == PlacementState.CONFIRMED);
        return new Mine(who.is(row.employeeId()), parties, decide, stop, parties.contains(Party.EMPLOYEE) && row.state().isOpen(),
            textIsOpen && policy.mayChangeTerms(who, parties(row)),
            row.state() == PlacementState.STANDBY && !begun && parties.contains(Party.BORROWER),
            row.placeClosed() && !begun && parties.contains(Party.BORROWER));
    }

    private static boolean hasSaid(Row row, Party party) {
        return row.consents().stream().anyMatch(c -> c.party() == party && c.counts());
    }
}
