package io.jari.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitorsTest {
    private static final String PEER = "192.0.2.1";
    private final Visitors visitors = new Visitors();

    @Test
    void whoWasLetInIsKnownForTheseMinutesAndTheNext() {
        var visitor = of(Map.of("user-agent", "a"), PEER);
        assertThat(visitors.known(visitor)).isFalse();
        visitors.came(visitor);
        assertThat(visitors.known(visitor)).isTrue();
        visitors.turn();
        assertThat(visitors.known(visitor)).isTrue();
        visitors.turn();
        assertThat(visitors.known(visitor)).isFalse();
    }

    @Test
    void hardlyAnybodyElseIsTakenForOneOfManyWhoAreThere() {
        LongStream.range(0, 200_000).map(VisitorsTest::some).forEach(visitors::came);
        assertThat(LongStream.range(0, 200_000).map(VisitorsTest::some).allMatch(visitors::known))
                .isTrue();
        assertThat(LongStream.range(200_000, 300_000)
                        .map(VisitorsTest::some)
                        .filter(visitors::known)
                        .count())
                .as("of 100,000")
                .isLessThan(2_000);
    }

    @Test
    void aBrowserIsKnownByItsAddressAndMakeAndAProgramByHowItSignsIn() {
        var browser = Map.of("user-agent", "a", "cookie", "x=1");
        assertThat(of(browser, PEER))
                .isEqualTo(of(Map.of("user-agent", "a"), PEER))
                .isNotEqualTo(of(browser, "192.0.2.2"))
                .isNotEqualTo(of(Map.of("user-agent", "b"), PEER))
                .isNotEqualTo(of(Map.of(), PEER));
        var program = Map.of("authorization", "Bearer a", "user-agent", "a");
        assertThat(of(program, PEER))
                .isEqualTo(of(Map.of("authorization", "Bearer a"), "192.0.2.2"))
                .isNotEqualTo(of(Map.of("authorization", "Bearer b"), PEER));
        assertThat(of(Map.of("x-forwarded-for", "192.0.2.7, 10.0.0.1"), "10.0.0.2"))
                .as("behind proxies")
                .isEqualTo(of(Map.of("x-forwarded-for", "192.0.2.7"), "10.0.0.3"))
                .isEqualTo(of(Map.of(), "192.0.2.7"));
    }

    private static long some(long n) {
        return of(Map.of("user-agent", "visitor " + n), PEER);
    }

    private static long of(Map<String, String> headers, String peer) {
        Function<CharSequence, @Nullable String> header = name -> headers.get(name.toString());
        return Visitors.number(header, peer);
    }
}
