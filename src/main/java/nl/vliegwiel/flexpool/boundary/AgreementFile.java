package nl.vliegwiel.flexpool.boundary;

/**
 * A finished file.
 *
 * @param name safe for a header and for every file system
 * @param tag changes whenever the content does
 */
public record AgreementFile(String name, String tag, byte[] bytes) {
}
