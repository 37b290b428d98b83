package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.page.Addresses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/reservations",
                "/hotels/1?startDate=2027-05-01&guests=2",
                "/order?hotel=1&q=%EC%84%9C",
                "/a/b"
            })
    void leadsWithinTheSite(String next) {
        assertThat(Addresses.within(next)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "evil.example",
                "/a\r\nSet-Cookie: x=y",
                "/\t/evil.example",
                " /reservations",
                "/a@evil.example",
                "/a#b"
            })
    void leadsNowhereElse(String next) {
        assertThat(Addresses.within(next)).isEqualTo("/");
    }
}
