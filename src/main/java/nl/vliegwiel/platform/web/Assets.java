package nl.vliegwiel.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Addresses of our own files below {@code /assets}, with a part of their digest, so that browsers may keep them
 * and still get a new one the moment it changes; the same on each node.
 */
@Named("assets")
@ApplicationScoped
public class Assets {
    @Inject
    private ServletContext servlet;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** @param file below /assets, such as {@code css/vliegwiel.css} */
    public String url(String file) {
        return addresses.computeIfAbsent(file, this::address);
    }

    private String address(String file) {
        String path = "/assets/" + file;
        try (InputStream content = servlet.getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalArgumentException("No asset " + path);
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return path + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
