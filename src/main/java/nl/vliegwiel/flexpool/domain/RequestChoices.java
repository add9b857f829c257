package nl.vliegwiel.flexpool.domain;

import java.util.List;
import java.util.UUID;

/**
 * What an asker can choose from.
 *
 * @param branches open ones of her library
 * @param skills of the catalogue, by domain and name
 */
public record RequestChoices(List<Branch> branches, List<CatalogueSkill> skills) {
    /** A branch that somebody may choose. */
    public record Branch(UUID id, String name, String place) {
    }

    /** A skill that somebody may choose, with its kind and domain as in the catalogue. */
    public record CatalogueSkill(UUID id, String kind, String domain, String nameNl, String nameEn) {
        public String name(String language) {
            return "en".equals(language) ? nameEn : nameNl;
        }
    }
}
