package io.jari.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.db.StartRefused;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    private static final ClientAddress PROXIED = new ClientAddress(List.of("10.0.0.0/8", "192.168.1.1", "fd00::/9"));

    private static byte[] bytes(String address) {
        return Objects.requireNonNull(IpBlock.bytes(address));
    }

    private static long number(String address) {
        return ClientAddress.number(bytes(address));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.2.3.4                        | 1.2.3.4
            9.9.9.9, 1.2.3.4               | 1.2.3.4
            9.9.9.9, 1.2.3.4, 10.1.2.3     | 1.2.3.4
            9.9.9.9,1.2.3.4:5678,fd7f::1   | 1.2.3.4
            9.9.9.9, 1.2.3.4, 192.168.1.1  | 1.2.3.4
            1.2.3.4, 192.168.1.2           | 192.168.1.2
            1.2.3.4, fd80::1               | fd80::1
            [2001:db8::7]:443              | 2001:db8::7
            2001:db8::7                    | 2001:db8::7
            ::ffff:1.2.3.4                 | 1.2.3.4
            10.9.9.9, 10.8.8.8             | 10.9.9.9
            1.2.3.4, nonsense, 10.8.8.8    | 10.8.8.8
            1.2.3.4, nonsense              | 10.0.0.1
            ''                             | 10.0.0.1
            """)
    void theLastThatIsNotOursIsBelieved(String header, String expected) {
        assertThat(PROXIED.forwarded(bytes("10.0.0.1"), List.of(header))).isEqualTo(bytes(expected));
    }

    @Test
    void severalHeadersAreOneList() {
        var several = List.of("1.1.1.1", "2.2.2.2, 10.0.0.2", "10.0.0.3");
        assertThat(PROXIED.forwarded(bytes("10.0.0.1"), several)).isEqualTo(bytes("2.2.2.2"));
        assertThat(PROXIED.forwarded(bytes("10.0.0.1"), List.of())).isEqualTo(bytes("10.0.0.1"));
    }

    @Test
    void aHouseholdIsOneAddress() {
        assertThat(number("2001:db8:1:2::1")).isEqualTo(number("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertThat(number("2001:db8:1:2::1")).isNotEqualTo(number("2001:db8:1:3::1"));
        assertThat(number("1.2.3.4")).isEqualTo(number("::ffff:1.2.3.4")).isNotEqualTo(number("1.2.3.5"));
        assertThat(Arrays.stream(new String[] {"0.0.0.0", "::", "::1", "255.255.255.255"})
                        .mapToLong(ClientAddressTest::number)
                        .distinct())
                .as("the two of ::/64 count together")
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "proxy.example", "10.0.0/8"})
    void whatIsNoAddressIsNoProxy(String text) {
        assertThatThrownBy(() -> new ClientAddress(List.of(text)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("jari.proxies.trusted");
    }

    @Test
    void everyoneMayBeTrusted() {
        var all = new ClientAddress(List.of("0.0.0.0/0"));
        assertThat(all.forwarded(bytes("9.9.9.9"), List.of("1.2.3.4, 5.6.7.8"))).isEqualTo(bytes("1.2.3.4"));
    }
}
