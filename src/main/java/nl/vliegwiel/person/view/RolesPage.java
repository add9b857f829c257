package nl.vliegwiel.person.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.person.boundary.RoleService;
import nl.vliegwiel.person.boundary.RoleService.Grant;
import nl.vliegwiel.person.boundary.RoleService.RoleView;
import nl.vliegwiel.person.boundary.RoleService.Roles;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Me;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** Who may what at an organisation: for managers their own, for administrators any. */
@Named
@ViewScoped
public class RolesPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient RoleService service;

    @Inject
    private transient Me me;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Languages languages;

    private UUID id;
    private Roles roles;
    private String email;
    private Role role;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private boolean deputy;

    /** View action. */
    public void load() {
        UUID organisation = id == null ? me.getActingFor() : id;
        if (organisation != null) {
            roles = service.roles(organisation);
        }
    }

    public String grant() {
        service.grant(roles.organisationId(), new Grant(email, role, startsOn, endsOn, deputy));
        notices.done(text("roles.message.granted", email, role));
        return again();
    }

    public String end(RoleView ended) {
        service.end(roles.organisationId(), ended.id(), ended.version());
        notices.done(text("roles.message.ended", ended.name(), ended.role()));
        return again();
    }

    private String again() {
        return "/organisation/roles?faces-redirect=true";
    }

    private String text(String key, Object... arguments) {
        return Texts.of(languages.getLocale(), key, arguments);
    }

    public Roles getRoles() {
        return roles;
    }

    /** Every role, to be explained. */
    public List<Role> getAll() {
        return List.of(Role.values());
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public LocalDate getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(LocalDate startsOn) {
        this.startsOn = startsOn;
    }

    public LocalDate getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(LocalDate endsOn) {
        this.endsOn = endsOn;
    }

    public boolean isDeputy() {
        return deputy;
    }

    public void setDeputy(boolean deputy) {
        this.deputy = deputy;
    }
}
