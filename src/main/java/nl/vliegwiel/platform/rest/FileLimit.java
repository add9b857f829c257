package nl.vliegwiel.platform.rest;

import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;

/** Reads an uploaded file up to the largest size we take. */
public final class FileLimit {
    /** Bytes: a CSV of 8,000 people is under 1 MB, a calendar of years under 2 MB. */
    public static final int LARGEST = 5_242_880;

    private FileLimit() {
    }

    /** @throws WebApplicationException with 413 when the file is larger */
    public static byte[] read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new WebApplicationException(413);
        }
        return bytes;
    }
}
