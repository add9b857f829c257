package nl.vliegwiel.organisation.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.organisation.boundary.OrganisationView;
import nl.vliegwiel.organisation.boundary.OrganisationView.BranchView;
import nl.vliegwiel.organisation.boundary.RegisterService;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.web.Me;

/** One organisation as everybody may read it; without an id the one acted for. */
@Named
@RequestScoped
public class LibraryPage {
    @Inject
    private RegisterService register;

    @Inject
    private Me me;

    private UUID id;
    private OrganisationView view;

    /** View action. */
    public void load() {
        UUID wanted = id == null ? me.getActingFor() : id;
        if (wanted == null) {
            throw new NotFound("organisation.notFound");
        }
        view = register.organisation(wanted);
    }

    public OrganisationView getView() {
        return view;
    }

    public List<BranchView> getOpen() {
        return view.branches().stream().filter(branch -> branch.closedOn() == null).toList();
    }

    public List<BranchView> getClosed() {
        return view.branches().stream().filter(branch -> branch.closedOn() != null).toList();
    }

    public boolean isPoi() {
        return view.region() != null;
    }

    public boolean isMayChange() {
        return register.mayKeep() && view.mergedInto() == null;
    }

    public boolean isMayManage() {
        return me.getActingFor() != null && me.getActingFor().equals(view.id()) && me.has("HR_MANAGER");
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }
}
