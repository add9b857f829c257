package nl.vliegwiel.organisation.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.vliegwiel.organisation.OrganisationKind;
import nl.vliegwiel.organisation.Provinces;
import nl.vliegwiel.organisation.boundary.OrganisationView;
import nl.vliegwiel.organisation.boundary.RegisterService;
import nl.vliegwiel.organisation.boundary.RegisterService.Filter;
import org.omnifaces.cdi.Param;

/** The register as a list; what is looked for stands in the address. */
@Named
@RequestScoped
public class RegisterPage {
    private static final int ROWS = 25;
    private static final int MOST_PLACES = 8;

    @Inject
    private RegisterService register;

    @Inject
    @Param
    private String q;

    @Inject
    @Param
    private String kind;

    @Inject
    @Param
    private String province;

    @Inject
    @Param(name = "page")
    private String pageText;

    private RegisterService.Page found;

    private RegisterService.Page found() {
        if (found == null) {
            found = register.page(new Filter(kind(), province != null && Provinces.ALL.contains(province) ? province : null, q), (getPage() - 1) * ROWS, ROWS);
        }
        return found;
    }

    private OrganisationKind kind() {
        return getKinds().stream().filter(known -> known.name().equals(kind)).findFirst().orElse(null);
    }

    public List<OrganisationView> getRows() {
        return found().rows();
    }

    /** Names of places as a sentence has them; of many the first ones. */
    public String places(OrganisationView row) {
        List<String> names = row.places();
        return String.join(", ", names.subList(0, Math.min(names.size(), MOST_PLACES))) + (names.size() > MOST_PLACES ? " …" : "");
    }

    public int getTotal() {
        return found().total();
    }

    public int getPages() {
        return (getTotal() + ROWS - 1) / ROWS;
    }

    /** What is no number of a page is the first one. */
    public int getPage() {
        return pageText != null && pageText.matches("[1-9]\\d{0,4}") ? Integer.parseInt(pageText) : 1;
    }

    public boolean isMayKeep() {
        return register.mayKeep();
    }

    public List<OrganisationKind> getKinds() {
        return List.of(OrganisationKind.values());
    }

    public List<String> getProvinces() {
        return Provinces.ALL;
    }

    public String getQ() {
        return q;
    }

    public String getKind() {
        return kind;
    }

    public String getProvince() {
        return province;
    }
}
