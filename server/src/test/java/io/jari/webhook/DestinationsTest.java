package io.jari.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.db.StartRefused;
import io.jari.http.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {
    private static Destinations production(String privateOnes) {
        return new Destinations("production", privateOnes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "100::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "4000::1"
            })
    void whatIsNotAnybodysIsRefused(String address) throws UnknownHostException {
        assertThat(production("refused").mayGoTo(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "128.0.0.1", "169.253.1.1",
                        "172.15.0.1",
                "172.32.0.1", "192.0.1.1", "192.167.1.1", "192.169.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255",
                        "2606:4700::1111",
                "2001:200::1", "2400::1", "3ffe::1"
            })
    void whatIsPublicIsNot(String address) throws UnknownHostException {
        assertThat(production("refused").mayGoTo(InetAddress.getByName(address)))
                .isTrue();
    }

    /** The twin: what is set lets private ones in, and still nothing that is nobody's. */
    @Test
    void whereTheyAreAllowedTheyAre() throws UnknownHostException {
        var allowed = production("allowed");
        for (var address : List.of("127.0.0.1", "10.1.2.3", "169.254.169.254", "fd00::1", "::1")) {
            assertThat(allowed.mayGoTo(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
        for (var address : List.of("0.0.0.0", "::", "224.0.0.1", "255.255.255.255", "ff02::1")) {
            assertThat(allowed.mayGoTo(InetAddress.getByName(address)))
                    .as(address)
                    .isFalse();
        }
        assertThatThrownBy(() -> production("some")).isInstanceOf(StartRefused.class);
    }

    @Test
    void aDemoMayCallItself() throws UnknownHostException {
        var demo = new Destinations("demo", "refused");
        assertThat(demo.mayGoTo(InetAddress.getLoopbackAddress())).isTrue();
        assertThat(demo.mayGoTo(InetAddress.getByName("10.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "http://example.com/",
                "ftp://example.com/",
                "https://",
                "https:///x",
                "https://u:p@example.com/",
                "https://example.com/#x",
                "https://example.com:0/",
                "https://example.com:70000/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://169.254.169.254/latest",
                "https://exa mple.com/",
                "https://2130706433/",
                "https://127.1/",
                "javascript:alert(1)",
                "https://example.com\\@127.0.0.1/"
            })
    void addressesThatAreNone(String url) {
        assertThatThrownBy(() -> production("refused").url(url))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.members().toString()).contains("/url"));
    }

    @Test
    void addressesThatAreSome() {
        var url = production("refused").url("https://example.com?a=b");
        assertThat(url.target()).isEqualTo("/?a=b");
        assertThat(url.port()).isEqualTo(443);
        assertThat(production("allowed").url("https://[::1]:8443/x").host()).isEqualTo("::1");
        assertThat(new Destinations("demo", "refused")
                        .url("http://localhost:1/x")
                        .tls())
                .isFalse();
    }

    @Test
    void ofANamesAddressesOneThatIsPublicIsTaken() throws Exception {
        var names = List.of(InetAddress.getByName("10.0.0.1"), InetAddress.getByName("1.1.1.1"));
        var destinations = new Destinations(_ -> names, false, false);
        assertThat(destinations
                        .address(destinations.url("https://example.com/"))
                        .getHostAddress())
                .isEqualTo("1.1.1.1");
        var inside = new Destinations(_ -> names.subList(0, 1), false, false);
        assertThatThrownBy(() -> inside.address(inside.url("https://example.com/")))
                .isInstanceOf(Destinations.Refused.class);
    }
}
