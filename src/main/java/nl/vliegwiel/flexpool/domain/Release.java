package nl.vliegwiel.flexpool.domain;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.domain.worktime.Finding;

/**
 * What goes with the lender's yes (R5): the soft findings it knew, and why it lets her go all the same. A finding that
 * comes later, or with another figure or limit (R6), was not reasoned about.
 *
 * @param justification in the lender's words; null where there was nothing to justify
 * @param known the soft findings of that moment, each by rule, figure and limit
 */
public record Release(String justification, Set<String> known) {
    public Release {
        known = Set.copyOf(known);
    }

    public static Release of(String justification, Collection<Finding> findings) {
        return new Release(justification, keys(findings));
    }

    /** What is kept of it: one line, null for no soft finding. */
    String kept() {
        return known.isEmpty() ? null : known.stream().sorted().collect(Collectors.joining(" "));
    }

    static boolean covers(String kept, Collection<Finding> findings) {
        return (kept == null ? List.<String>of() : List.of(kept.split(" "))).containsAll(keys(findings));
    }

    private static Set<String> keys(Collection<Finding> findings) {
        return findings.stream().filter(finding -> !finding.isHard())
            .map(finding -> finding.rule() + ":" + finding.figureMinutes() + "/" + finding.limitMinutes()).collect(Collectors.toSet());
    }
}
