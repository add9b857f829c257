package nl.vliegwiel.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks names up, and gives only what lies on the public internet. The client connects to what is given here and does not
 * look again, so that a name cannot mean one thing when it is checked and another when it is used.
 */
final class PublicNames implements DnsResolver {
    /** Not for the public by the registers of IANA: network, length of its prefix. What is not in 2000::/3 is refused before. */
    private static final List<Range> SPECIAL = List.of(
        new Range("0.0.0.0", 8), new Range("10.0.0.0", 8), new Range("100.64.0.0", 10), new Range("127.0.0.0", 8), new Range("169.254.0.0", 16),
        new Range("172.16.0.0", 12), new Range("192.0.0.0", 24), new Range("192.0.2.0", 24), new Range("192.88.99.0", 24), new Range("192.168.0.0", 16),
        new Range("198.18.0.0", 15), new Range("198.51.100.0", 24), new Range("203.0.113.0", 24), new Range("224.0.0.0", 4), new Range("240.0.0.0", 4),
        new Range("2001::", 23), new Range("2001:db8::", 32), new Range("2002::", 16), new Range("3fff::", 20));
    private static final Range GLOBAL = new Range("2000::", 3);

    private final DnsResolver names;

    PublicNames() {
        this(SystemDefaultDnsResolver.INSTANCE);
    }

    PublicNames(DnsResolver names) {
        this.names = names;
    }

    /** The name leads, or also leads, to where nobody from outside may go. */
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotPublic(String host) {
            super(host);
        }
    }

    private record Range(byte[] network, int prefix) {
        Range(String network, int prefix) {
            this(bytes(network), prefix);
        }

        private static byte[] bytes(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(literal, e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < prefix; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** An IPv4 address inside an IPv6 one is judged as what it is: Java unwraps it. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (bytes.length == 4 || GLOBAL.holds(bytes)) && SPECIAL.stream().noneMatch(range -> range.holds(bytes));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.resolve(host);
        if (found == null || found.length == 0 || !Arrays.stream(found).allMatch(PublicNames::isPublic)) {
            throw new NotPublic(host);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
