package nl.vliegwiel.platform.actor;

/** What a person may be at an organisation. EMPLOYEE follows from an employment, the others are granted. */
public enum Role {
    EMPLOYEE, HR_MANAGER, FINANCE, POI_MODERATOR, FACILITATOR, ADMIN
}
