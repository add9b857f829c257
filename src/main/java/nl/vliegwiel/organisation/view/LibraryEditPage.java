package nl.vliegwiel.organisation.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.organisation.OrganisationKind;
import nl.vliegwiel.organisation.Place;
import nl.vliegwiel.organisation.Provinces;
import nl.vliegwiel.organisation.boundary.KeepRegisterService;
import nl.vliegwiel.organisation.boundary.KeepRegisterService.BranchDescription;
import nl.vliegwiel.organisation.boundary.KeepRegisterService.Description;
import nl.vliegwiel.organisation.boundary.OrganisationView;
import nl.vliegwiel.organisation.boundary.OrganisationView.BranchView;
import nl.vliegwiel.organisation.boundary.RegisterService;
import nl.vliegwiel.organisation.boundary.RegisterService.Choice;
import nl.vliegwiel.organisation.boundary.RegisterService.Filter;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** Keeping one organisation of the register, or entering one. The version is the one that was seen when the page was opened. */
@Named
@ViewScoped
public class LibraryEditPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_TARGETS = 500;

    @Inject
    private transient RegisterService register;

    @Inject
    private transient KeepRegisterService keeping;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Languages languages;

    private UUID id;
    private int version;
    private String name;
    private OrganisationKind kind = OrganisationKind.LIBRARY;
    private boolean alsoPoi;
    private String province;
    private List<String> poiProvinces = new ArrayList<>();
    private UUID poiId;
    private String isil;
    private UUID into;
    private UUID branchId;
    private int branchVersion;
    private String branchName;
    private String branchPlace;
    private String branchAddress;
    private LocalDate closedOn;

    /** View action. */
    public void load() {
        if (!register.mayKeep()) {
            throw new Forbidden("organisation.keep.forbidden");
        }
        if (id == null) {
            return;
        }
        OrganisationView view = register.organisation(id);
        version = view.version();
        name = view.name();
        kind = view.kind();
        alsoPoi = view.alsoPoi();
        province = view.province();
        poiProvinces = view.poiProvinces() == null ? new ArrayList<>() : new ArrayList<>(view.poiProvinces());
        poiId = view.poiId();
        if (branchId != null) {
            view.branches().stream().filter(branch -> branch.id().equals(branchId)).findFirst().ifPresent(this::fill);
        }
    }

    /** View action of the page of one branch: without a library there is nothing to add it to. */
    public void loadBranch() {
        if (id == null) {
            throw new NotFound("organisation.notFound");
        }
        load();
    }

    private void fill(BranchView branch) {
        branchVersion = branch.version();
        branchName = branch.name();
        branchPlace = branch.place() + " (" + branch.province() + ")";
        branchAddress = branch.address();
        closedOn = branch.closedOn();
    }

    public String save() {
        Description description = new Description(name, kind, alsoPoi, province, poiProvinces, poiId);
        if (id == null) {
            id = keeping.enter(description, isil);
        } else {
            keeping.change(id, version, description);
        }
        return done("libraryEdit.message.saved");
    }

    public String giveIsil() {
        keeping.giveIsil(id, version, isil);
        return done("libraryEdit.message.isil");
    }

    public String saveBranch() {
        Integer place = place();
        if (place == null) {
            return null;
        }
        BranchDescription description = new BranchDescription(branchName, place, branchAddress);
        if (branchId == null) {
            keeping.addBranch(id, description);
        } else {
            keeping.changeBranch(id, branchId, branchVersion, description);
        }
        return done("libraryEdit.message.branch");
    }

    public String closeBranch() {
        keeping.closeBranch(id, branchId, branchVersion, closedOn);
        return done("libraryEdit.message.branch");
    }

    public String merge() {
        if (into == null) {
            notices.error("into", text("libraryEdit.merge.missing"));
            return null;
        }
        keeping.merge(id, version, into);
        notices.done(text("libraryEdit.message.merged"));
        return "/organisation/library?faces-redirect=true&id=" + into;
    }

    private Integer place() {
        List<Place> found = register.placesNamed(branchPlace, province);
        if (found.size() == 1) {
            return found.get(0).id();
        }
        notices.error("branchPlace", found.isEmpty() ? text("place.unknown")
            : text("libraryEdit.place.several", found.get(0).label(), found.get(1).label()));
        return null;
    }

    private String done(String key) {
        notices.done(text(key));
        return "/organisation/library?faces-redirect=true&id=" + id;
    }

    private String text(String key, Object... arguments) {
        return Texts.of(languages.getLocale(), key, arguments);
    }

    /** Suggestions while typing. */
    public List<String> places(String typed) {
        return register.placesBeginningWith(typed).stream().map(Place::label).toList();
    }

    /** Organisations of the same kind that this one may merge into. */
    public List<Choice> getTargets() {
        return register.page(new Filter(kind, null, null), 0, MOST_TARGETS).rows().stream()
            .filter(other -> !other.id().equals(id) && other.kind() == kind).map(other -> new Choice(other.id(), other.name())).toList();
    }

    public List<Choice> getPois() {
        return register.pois();
    }

    public List<OrganisationKind> getKinds() {
        return List.of(OrganisationKind.values());
    }

    public List<String> getProvinces() {
        return Provinces.ALL;
    }

    public boolean isNew() {
        return id == null;
    }

    public boolean isLibrary() {
        return kind == OrganisationKind.LIBRARY;
    }

    public boolean isPoi() {
        return kind == OrganisationKind.POI || alsoPoi;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public OrganisationKind getKind() {
        return kind;
    }

    public void setKind(OrganisationKind kind) {
        this.kind = kind;
    }

    public boolean isAlsoPoi() {
        return alsoPoi;
    }

    public void setAlsoPoi(boolean alsoPoi) {
        this.alsoPoi = alsoPoi;
    }

    public String getProvince() {
        return province;
    }

    public void setProvince(String province) {
        this.province = province;
    }

    public List<String> getPoiProvinces() {
        return poiProvinces;
    }

    public void setPoiProvinces(List<String> poiProvinces) {
        this.poiProvinces = poiProvinces;
    }

    public UUID getPoiId() {
        return poiId;
    }

    public void setPoiId(UUID poiId) {
        this.poiId = poiId;
    }

    public String getIsil() {
        return isil;
    }

    public void setIsil(String isil) {
        this.isil = isil;
    }

    public UUID getInto() {
        return into;
    }

    public void setInto(UUID into) {
        this.into = into;
    }

    public UUID getBranchId() {
        return branchId;
    }

    public void setBranchId(UUID branchId) {
        this.branchId = branchId;
    }

    public String getBranchName() {
        return branchName;
    }

    public void setBranchName(String branchName) {
        this.branchName = branchName;
    }

    public String getBranchPlace() {
        return branchPlace;
    }

    public void setBranchPlace(String branchPlace) {
        this.branchPlace = branchPlace;
    }

    public String getBranchAddress() {
        return branchAddress;
    }

    public void setBranchAddress(String branchAddress) {
        this.branchAddress = branchAddress;
    }

    public LocalDate getClosedOn() {
        return closedOn;
    }

    public void setClosedOn(LocalDate closedOn) {
        this.closedOn = closedOn;
    }
}
