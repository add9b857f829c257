package nl.vliegwiel.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places of the Netherlands, for every feature that asks where. */
public interface Places {
    Optional<Place> find(int id);

    /** @return the places among these ids, by id */
    Map<Integer, Place> find(Collection<Integer> ids);

    /**
     * What a person meant by a name.
     *
     * @param text a name, or a name and its province as in "Rijswijk (Zuid-Holland)" or "Rijswijk, Zuid-Holland"; any case
     * @param nearProvince preferred when the name is found in several provinces; may be null
     * @return all places that it may mean: none, one, or several when it stays open
     */
    List<Place> named(String text, String nearProvince);

    /** @return places whose name begins with the text, the largest first; for suggestions while typing */
    List<Place> beginningWith(String text, int atMost);
}
