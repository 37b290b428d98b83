package io.jari.page;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Languages and sizes of windows that a journey is made in: with the big form all of those named, else enough of them. */
public final class Windows {
    private static final boolean LONG = Boolean.getBoolean("jari.long");
    private static final Arguments KOREAN_DESKTOP = Arguments.of("ko", 1280, 900);
    private static final Arguments ENGLISH_DESKTOP = Arguments.of("en", 1280, 900);
    private static final Arguments KOREAN_PHONE = Arguments.of("ko", 390, 844);
    private static final Arguments ENGLISH_PHONE = Arguments.of("en", 390, 844);

    private Windows() {}

    static Stream<Arguments> koreanDesktop() {
        return some(1, KOREAN_DESKTOP, ENGLISH_PHONE);
    }

    static Stream<Arguments> englishPhone() {
        return some(1, ENGLISH_PHONE, KOREAN_DESKTOP);
    }

    static Stream<Arguments> all() {
        return some(2, KOREAN_PHONE, ENGLISH_DESKTOP, ENGLISH_PHONE, KOREAN_DESKTOP);
    }

    private static Stream<Arguments> some(int enough, Arguments... all) {
        return Stream.of(all).limit(LONG ? all.length : enough);
    }
}
