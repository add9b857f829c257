package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The name of a person on an anonymous card (R10): the same for one request, another for every other request, so
 * that cards of two requests cannot be laid side by side. Only we can read it back; one that we did not give out is
 * nobody.
 *
 * Built as SIV (RFC 5297 in its idea): a keyed hash over request and person is both the check and the start value
 * of the cipher.
 */
@ApplicationScoped
public class CandidateRefs {
    private static final Logger LOG = Logger.getLogger(CandidateRefs.class.getName());
    private static final int SHORTEST_KEY = 32;
    private static final int HALF = 16;

    private SecretKeySpec hashKey;
    private SecretKeySpec cipherKey;

    protected CandidateRefs() {
    }

    /**
     * @param key {@code flexpool.card-key}, at least 32 characters, the same on every node; with another key all
     *        references that were given out become void. Without one a key is made that holds until the node stops
     */
    @Inject
    public CandidateRefs(@ConfigProperty(name = "flexpool.card-key") Optional<String> key) {
        if (key.isEmpty()) {
            LOG.warning("flexpool.card-key is not set: names on anonymous cards hold for this node and until it stops");
        }
        derive(key.orElseGet(CandidateRefs::made));
    }

    private static String made() {
        byte[] key = new byte[SHORTEST_KEY];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private void derive(String key) {
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("flexpool.card-key is shorter than 32 characters");
        }
        SecretKeySpec root = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        hashKey = new SecretKeySpec(hash(root, "hash".getBytes(StandardCharsets.US_ASCII)), "HmacSHA256");
        cipherKey = new SecretKeySpec(hash(root, "cipher".getBytes(StandardCharsets.US_ASCII)), "AES");
    }

    /** The reference of a person on the cards of a request: 43 characters that may stand in an address. */
    public String ref(UUID requestId, UUID personId) {
        byte[] check = check(requestId, personId);
        byte[] hidden = cipher(Cipher.ENCRYPT_MODE, check, bytes(personId));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(
                ByteBuffer.allocate(2 * HALF).put(check).put(hidden).array());
    }

    /** The person behind a reference; empty when it was not given out for this request. */
    public Optional<UUID> person(UUID requestId, String ref) {
        byte[] both;
        try {
            both = Base64.getUrlDecoder().decode(ref == null ? "" : ref);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (both.length != 2 * HALF) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(both);
        byte[] check = new byte[HALF];
        byte[] hidden = new byte[HALF];
        buffer.get(check).get(hidden);
        ByteBuffer open = ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, check, hidden));
        UUID personId = new UUID(open.getLong(), open.getLong());
        return MessageDigest.isEqual(check, check(requestId, personId)) ? Optional.of(personId) : Optional.empty();
    }

    private byte[] check(UUID requestId, UUID personId) {
        byte[] both = ByteBuffer.allocate(2 * HALF).put(bytes(requestId)).put(bytes(personId)).array();
        return Arrays.copyOf(hash(hashKey, both), HALF);
    }

    private byte[] cipher(int mode, byte[] start, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, cipherKey, new IvParameterSpec(start));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(HALF).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }
}
