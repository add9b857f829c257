package nl.vliegwiel.organisation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.vliegwiel.organisation.Place;
import nl.vliegwiel.organisation.Places;
import nl.vliegwiel.organisation.persistence.OrganisationQueries;

/** Finds places; public data, so nobody is asked whether he may. */
@ApplicationScoped
public class PlaceDirectory implements Places {
    private static final Pattern WITH_PROVINCE = Pattern.compile("([^(,]{1,100})[(,]([^(),]{1,40})\\)?");
    private static final int LONGEST = 120;

    @Inject
    private OrganisationQueries queries;

    @Override
    public Optional<Place> find(int id) {
        return queries.places(List.of(id)).stream().findFirst();
    }

    @Override
    public Map<Integer, Place> find(Collection<Integer> ids) {
        return queries.places(ids).stream().collect(Collectors.toMap(Place::id, place -> place));
    }

    @Override
    public List<Place> named(String text, String nearProvince) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            return List.of();
        }
        Matcher parts = WITH_PROVINCE.matcher(text.strip());
        boolean says = parts.matches();
        String province = says ? parts.group(2).strip() : null;
        List<Place> found = queries.placesNamed(says ? parts.group(1).strip() : text.strip());
        return narrowed(found, province, nearProvince);
    }

    /** The province that is said must fit; else the near one decides, where it knows the name. */
    static List<Place> narrowed(List<Place> found, String province, String nearProvince) {
        if (province != null) {
            return found.stream().filter(place -> place.province().equalsIgnoreCase(province)).limit(1).toList();
        }
        List<Place> near = found.stream().filter(place -> place.province().equals(nearProvince)).limit(1).toList();
        return near.isEmpty() ? found : near;
    }

    @Override
    public List<Place> beginningWith(String text, int atMost) {
        return text == null || text.isBlank() || text.length() > LONGEST ? List.of() : queries.placesBeginningWith(text.strip(), atMost);
    }
}
