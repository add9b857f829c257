package nl.vliegwiel.organisation;

/**
 * A place in the Netherlands. Names repeat (two Rijswijk), so show the province too.
 *
 * @param id stable number
 * @param xKm RD New, kilometres east
 * @param yKm RD New, kilometres north
 */
public record Place(int id, String name, String province, double xKm, double yKm) {
    /** Unambiguous in most cases, such as "Rijswijk (Zuid-Holland)". */
    public String label() {
        return name + " (" + province + ")";
    }
}
