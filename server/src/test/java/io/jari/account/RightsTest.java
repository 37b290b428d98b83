package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # given                    asked for                    allowed
              desk:hotel-1,            desk:hotel-1,                true
              desk:hotel-1,            desk:hotel-2,                false
              desk:hotel-1,            revenue:hotel-1,             false
              desk:hotel-1,            manager:hotel-1,             false
              desk:hotel-1,            desk:all,                    false
              desk:all,                desk:hotel-2,                true
              desk:all,                desk:all,                    true
              revenue:hotel-1,         revenue:hotel-1,             true
              revenue:hotel-1,         desk:hotel-1,                false
              manager:hotel-1,         desk:hotel-1,                true
              manager:hotel-1,         revenue:hotel-1,             true
              manager:hotel-1,         manager:hotel-1,             true
              manager:hotel-1,         desk:hotel-2,                false
              manager:hotel-1,         administrator:all,           false
              manager:all,             revenue:hotel-7,             true
              manager:all,             door:concert-1,              false
              organiser:concert-1,     organiser:concert-1,         true
              organiser:concert-1,     organiser:concert-2,         false
              organiser:concert-1,     desk:hotel-1,                false
              door:concert-1,          door:concert-1,              true
              door:concert-1,          organiser:concert-1,         false
              door:concert-1,          door:hotel-1,                false
              administrator:all,       administrator:all,           true
              administrator:all,       manager:hotel-1,             true
              administrator:all,       desk:hotel-1,                true
              administrator:all,       organiser:concert-1,         true
              desk:hotel-1 desk:hotel-2,     desk:hotel-2,          true
              desk:hotel-1 revenue:hotel-2,  revenue:hotel-1,       false
            """)
    void roleOverScope(String given, String asked, boolean allowed) {
        var rights =
                new Rights(Arrays.stream(given.split(" ", -1)).map(Grant::of).toList());
        var wanted = Grant.of(asked);
        assertThat(rights.allows(wanted.role(), wanted.scope())).isEqualTo(allowed);
    }

    @Test
    void withoutRightsNothingIsAllowed() {
        for (var role : Role.values()) {
            assertThat(Rights.NONE.allows(role, Scope.ALL)).isFalse();
            assertThat(Rights.NONE.allows(role, 1)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "desk, hotel-1, true",
        "desk, all, true",
        "desk, concert-1, false",
        "organiser, concert-1, true",
        "organiser, hotel-1, false",
        "administrator, all, true",
        "administrator, hotel-1, false",
    })
    void aRoleFitsWhatItIsAbout(String role, String scope, boolean fits) {
        assertThat(Role.of(role).fits(Scope.of(scope))).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hotel", "hotel-", "hotel-0", "hotel--1", "hotel-1x", "hotel-99999999999999999999", "ALL"})
    void otherScopesAreRefused(String text) {
        assertThatThrownBy(() -> Scope.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textsAreReadBack() {
        for (var text : List.of("all", "hotel-12", "concert-7")) {
            assertThat(Scope.of(text).text()).isEqualTo(text);
        }
        for (var role : Role.values()) {
            assertThat(Role.of(role.text())).isEqualTo(role);
        }
    }
}
