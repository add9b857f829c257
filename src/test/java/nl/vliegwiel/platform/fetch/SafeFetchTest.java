package nl.vliegwiel.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFetchTest {
    private static final List<String> ASKED = new ArrayList<>();

    /** Names that lead where the test says; a literal address is no question to a name server. */
    private static PublicNames leadingTo(String... addresses) {
        return new PublicNames(new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                ASKED.add(host);
                return Arrays.stream(addresses).map(SafeFetchTest::address).toArray(InetAddress[]::new);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        });
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }

    private static SafeFetch fetch(DnsResolver names) {
        return new SafeFetch(names, DefaultClientTlsStrategy.createDefault());
    }

    private static String key(SafeFetch fetch, String address) {
        return catchThrowableOfType(RuleViolation.class, () -> fetch.get(address)).key();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.0.1", "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.7",
        "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
        "64:ff9b::a00:1", "100::1", "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "2001::1", "2001:10::1", "2001:db8::1", "2002:a00:1::1", "3fff::1", "5f00::1"})
    void aNameThatLeadsInsideIsNotAsked(String inside) {
        assertThat(PublicNames.isPublic(address(inside))).isFalse();
        assertThat(key(fetch(leadingTo(inside)), "https://agenda.voorbeeld.nl/a.ics")).isEqualTo("fetch.notPublic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.0.0.1", "128.0.0.1", "169.253.0.1", "172.15.255.255", "172.32.0.0",
        "192.167.1.1", "192.169.1.1", "198.17.1.1", "198.20.0.0", "223.255.255.255", "2a00:1450::1", "2001:4860:4860::8888", "2003::1", "2606:4700::1111"})
    void whatLiesBesideIsPublic(String outside) throws UnknownHostException {
        assertThat(PublicNames.isPublic(address(outside))).isTrue();
        assertThat(leadingTo(outside).resolve("agenda.voorbeeld.nl")).containsExactly(address(outside));
    }

    @Test
    void aNameThatAlsoLeadsInsideIsRefusedWhole() {
        assertThatThrownBy(() -> leadingTo("8.8.8.8", "127.0.0.1").resolve("agenda.voorbeeld.nl")).isInstanceOf(PublicNames.NotPublic.class);
        assertThatThrownBy(() -> leadingTo().resolve("agenda.voorbeeld.nl")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void theNameIsLookedUpOnceSoThatItCannotChangeItsMind() {
        ASKED.clear();
        assertThat(key(fetch(leadingTo("127.0.0.1")), "https://agenda.voorbeeld.nl/a.ics")).isEqualTo("fetch.notPublic");
        assertThat(ASKED).containsExactly("agenda.voorbeeld.nl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "agenda", "http://agenda.voorbeeld.nl/a.ics", "ftp://agenda.voorbeeld.nl/a.ics", "file:///etc/passwd", "https:///a.ics", "https://localhost/a.ics",
        "https://127.0.0.1/a.ics", "https://2130706433/", "https://0x7f.1/", "https://0177.0.0.1/", "https://127.1/", "https://[::1]/", "https://[::ffff:8.8.8.8]/", "https://8.8.8.8/",
        "https://naam:wachtwoord@agenda.voorbeeld.nl/", "https://agenda.voorbeeld.nl:8443/", "https://agenda.voorbeeld.nl:22/", "https://agenda .nl/", "https://agenda.voorbeeld.nl/\r\nHost: x",
        "https://-a.nl/", "https://a..nl/", "jar:https://agenda.voorbeeld.nl/a!/b"})
    void anAddressThatIsNoPublicNameOverHttpsIsRefusedBeforeAnythingIsAsked(String typed) {
        ASKED.clear();
        assertThat(key(fetch(leadingTo("8.8.8.8")), typed)).isEqualTo("fetch.address");
        assertThat(ASKED).isEmpty();
    }

    @Test
    void aGoodAddressIsTakenAsItWasTyped() {
        assertThat(SafeFetch.checked(" https://Agenda.Voorbeeld.nl/a%20b.ics?token=1 ")).hasToString("https://Agenda.Voorbeeld.nl/a%20b.ics?token=1");
        assertThat(SafeFetch.checked("https://agenda.voorbeeld.nl:443/").getPort()).isEqualTo(443);
        assertThat(key(fetch(leadingTo("8.8.8.8")), null)).isEqualTo("fetch.address");
        assertThat(key(fetch(leadingTo("8.8.8.8")), "https://agenda.voorbeeld.nl/" + "a".repeat(2_000))).isEqualTo("fetch.address");
    }
}
