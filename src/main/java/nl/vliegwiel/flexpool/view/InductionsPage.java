package nl.vliegwiel.flexpool.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.vliegwiel.flexpool.boundary.InductionService;
import nl.vliegwiel.flexpool.boundary.InductionService.OfBranch;
import nl.vliegwiel.platform.web.Me;

/** The sheets of the own library, branch by branch. */
@Named
@RequestScoped
public class InductionsPage {
    @Inject
    private InductionService service;

    @Inject
    private Me me;

    private List<OfBranch> branches;

    /** Who may not see them is told so before anything is drawn. */
    public void load() {
        getBranches();
    }

    public List<OfBranch> getBranches() {
        if (branches == null) {
            branches = service.ofLibrary(me.getActingFor());
        }
        return branches;
    }
}
