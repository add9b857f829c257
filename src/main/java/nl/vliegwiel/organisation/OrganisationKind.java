package nl.vliegwiel.organisation;

/** What an organisation is. A library may be POI as well (R19), which is a mark of its own. */
public enum OrganisationKind {
    LIBRARY, POI, NATIONAL, PARTNER
}
