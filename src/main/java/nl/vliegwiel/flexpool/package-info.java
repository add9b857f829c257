/**
 * Lending people between libraries: who is available, who is asked, who fits and why, three yeses, the agreement.
 * A human chooses, always; no placement is definite without the employee, the lender and the borrower (R1).
 */
@Feature(allowed = {"organisation", "person", "skill"})
package nl.vliegwiel.flexpool;

import nl.vliegwiel.platform.Feature;
