package nl.vliegwiel.platform.privacy;

import java.util.UUID;

/**
 * What a feature keeps about a person, for her own export (R18). Each feature that keeps something gives one;
 * the export asks them all and knows none.
 */
public interface PersonalData {
    /** Name of the part in the export, in camelCase, different from every other. */
    String section();

    /**
     * Everything the feature keeps about the person, in her own words: names beside ids, no ids of other people's things.
     *
     * @return records, maps, lists and plain values that can be written as JSON; an empty list or map where there is nothing
     */
    Object of(UUID personId);
}
