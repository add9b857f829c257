package nl.vliegwiel.flexpool.boundary;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent;

/**
 * All that goes into one agreement on paper.
 *
 * @param reference of the placement
 * @param textVersion version of the text
 * @param clauseVersion version of the clauses around it
 * @param madeAt when this text was made
 * @param waadiCheckedOn day of the borrower's check; null until its yes
 * @param ended true where the placement was declined, withdrawn or cancelled
 * @param definite true after three yeses to this text
 * @param superseded true where another text holds by now
 * @param ownLibrary true where lender and borrower are one
 * @param induction address of the induction sheet of the branch; null where there is none
 * @param signatures yeses to this text, and yeses to former ones
 */
record AgreementDocument(UUID reference, int textVersion, String clauseVersion, Instant madeAt, AgreementContent content, LocalDate waadiCheckedOn,
        boolean ended, boolean definite, boolean superseded, boolean ownLibrary, URI induction, List<Signature> signatures) {
    AgreementDocument(UUID reference, int textVersion, String clauseVersion, Instant madeAt, AgreementContent content, LocalDate waadiCheckedOn,
            boolean ended, boolean definite, boolean superseded, boolean ownLibrary, List<Signature> signatures) {
        this(reference, textVersion, clauseVersion, madeAt, content, waadiCheckedOn, ended, definite, superseded, ownLibrary, null, signatures);
    }

    /** A yes: who, in which function, when, to which text; givenAt when it was given beforehand, else null. */
    record Signature(Party party, String name, String function, Instant at, int textVersion, Instant givenAt) {
        Signature(Party party, String name, String function, Instant at, int textVersion) {
            this(party, name, function, at, textVersion, null);
        }
    }
}
