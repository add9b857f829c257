package nl.vliegwiel.platform.inmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Addresses to which one person can write about one thing until a day. Signed with a key that all nodes have; nothing is kept. They
 * fit in the 64 signs before the @ that mail allows, and small and capital letters are the same in them.
 */
@ApplicationScoped
public class SignedAddress {
    private static final int RADIX = 32;
    private static final int SEAL = 10;
    private static final int PLAIN = 1 + 16 + 2;
    private static final int SHORTEST_KEY = 32;
    private static final int LONGEST_BASE = 16;

    private final String local;
    private final String domain;
    private final byte[] key;
    private final Clock clock;

    protected SignedAddress() {
        this(Optional.empty(), Optional.empty(), null);
    }

    /**
     * @param address {@code mail.in.address}, to which a mailbox belongs that takes {@code name+anything@domain}; absent where mail is not read
     * @param key {@code mail.in.key}, at least 32 characters, the same on every node
     */
    @Inject
    public SignedAddress(@ConfigProperty(name = "mail.in.address") Optional<String> address, @ConfigProperty(name = "mail.in.key") Optional<String> key, Clock clock) {
        boolean ready = address.isPresent() && key.isPresent();
        this.local = ready ? address.get().replaceFirst("@.*", "").toLowerCase(Locale.ROOT) : null;
        this.domain = ready ? address.get().replaceFirst(".*@", "").toLowerCase(Locale.ROOT) : null;
        this.key = ready ? key.get().getBytes(StandardCharsets.UTF_8) : null;
        this.clock = clock;
        if (ready && (key.get().length() < SHORTEST_KEY || local.length() > LONGEST_BASE || local.contains("+"))) {
            throw new IllegalArgumentException("mail.in.key is shorter than 32 characters, or the name in mail.in.address is longer than 16 or has a plus");
        }
    }

    /**
     * What an address was made for, as it says itself.
     *
     * @param kind a letter by which its {@link MailRecipient} knows it
     * @param until last day
     */
    public record Meant(char kind, UUID about, LocalDate until, String code) {
    }

    /** @return empty where mail is not read */
    public Optional<String> make(char kind, UUID about, UUID person, int days) {
        if (key == null) {
            return Optional.empty();
        }
        byte[] plain = plain(kind, about, LocalDate.now(clock).plusDays(days));
        byte[] whole = Arrays.copyOf(plain, PLAIN + SEAL);
        System.arraycopy(seal(plain, person), 0, whole, PLAIN, SEAL);
        return Optional.of(local + "+" + new BigInteger(1, whole).toString(RADIX) + "@" + domain);
    }

    /** @return what it was made for; empty when it is none of ours. Whether it is genuine is asked with {@link #isFor}. */
    public Optional<Meant> read(String address) {
        if (key == null || !address.startsWith(local + "+") || !address.endsWith("@" + domain)) {
            return Optional.empty();
        }
        String code = address.substring(local.length() + 1, address.length() - domain.length() - 1);
        if (!code.matches("[0-9a-v]{46,47}")) {
            return Optional.empty();
        }
        byte[] number = new BigInteger(code, RADIX).toByteArray();
        if (number.length != PLAIN + SEAL) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(number);
        char kind = (char) bytes.get();
        UUID about = new UUID(bytes.getLong(), bytes.getLong());
        LocalDate until = LocalDate.ofEpochDay(bytes.getShort() & 0xFFFF);
        return Optional.of(new Meant(kind, about, until, code));
    }

    /** @return whether it was made for this person */
    public boolean isFor(Meant meant, UUID person) {
        byte[] whole = new BigInteger(meant.code(), RADIX).toByteArray();
        return key != null && MessageDigest.isEqual(Arrays.copyOfRange(whole, PLAIN, PLAIN + SEAL), seal(Arrays.copyOf(whole, PLAIN), person));
    }

    public boolean isOver(Meant meant) {
        return meant.until().isBefore(LocalDate.now(clock));
    }

    /** Kinds are plain letters, so that the number never begins with a zero or a sign. */
    private static byte[] plain(char kind, UUID about, LocalDate until) {
        return ByteBuffer.allocate(PLAIN).put((byte) kind).putLong(about.getMostSignificantBits()).putLong(about.getLeastSignificantBits()).putShort((short) until.toEpochDay()).array();
    }

    private byte[] seal(byte[] plain, UUID person) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(plain);
            mac.update(person.toString().getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(mac.doFinal(), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
