package io.jari.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedIdsTest {
    private final SignedIds ids =
            new SignedIds(1, "a key of sixteen bytes or more".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 245, 4_294_967_296L, SignedIds.MAX_PARTITION})
    void anIdCarriesItsPartition(long partition) {
        var id = ids.mint(partition, 1_800_000_000_000L);
        assertThat(id).hasSize(SignedIds.LENGTH).matches("[A-Za-z0-9_-]+");
        assertThat(ids.partition(id)).hasValue(partition);
    }

    @Test
    void noTwoAreAlike() {
        var seen = new HashSet<String>();
        assertThat(Stream.generate(() -> ids.mint(7, 1_800_000_000_000L)).limit(1_000))
                .allMatch(seen::add);
    }

    @Test
    void everyChangedCharacterIsRefused() {
        var id = ids.mint(245, 1_800_000_000_000L);
        for (var i = 0; i < id.length(); i++) {
            var other = id.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(ids.partition(id.substring(0, i) + other + id.substring(i + 1)))
                    .as("at %d", i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "245",
                "ähnlich-aber-nicht-gleich-xx",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAA AAAA AAAA AAAA AAAA AA="
            })
    void nonsenseIsRefused(String id) {
        assertThat(ids.partition(id)).isEmpty();
    }

    @Test
    void anotherKindOrKeyIsRefused() {
        var key = "a key of sixteen bytes or more".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(new SignedIds(2, key).partition(ids.mint(1, 0))).isEmpty();
        assertThat(new SignedIds(1, new byte[16]).partition(ids.mint(1, 0))).isEmpty();
    }

    @Test
    void aPartitionThatDoesNotFitIsABug() {
        assertThatIllegalArgumentException().isThrownBy(() -> ids.mint(SignedIds.MAX_PARTITION + 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ids.mint(-1, 0));
    }
}
