package io.jari.bench.crowd;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.BitSet;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Who the people are. The same seed makes the same people: each trait is drawn anew from seed, person and trait whenever it
 * is asked for, so that none of them takes memory.
 */
final class Cast {
    private static final long NANOS = 1_000_000_000L;
    private static final double CLICKS_TWICE = 0.03;
    private static final double LOSES_THE_TOKEN = 0.02;
    private static final double GIVES_UP = 0.01;
    private static final double JOINS_AS_NOBODY = 0.3;
    private static final double HAS_A_CARD = 0.3;
    private static final double WANDERS = 0.02;
    /** In medians of how long one dawdles. */
    private static final double LEAST_AWAY = 3;

    private static final double MOST_AWAY = 12;
    private static final int LEAST_PATIENCE_SECONDS = 20;
    private static final int MOST_PATIENCE_SECONDS = 300;
    private static final int[] SIZES = {1, 1, 1, 2, 2, 2, 2, 2, 3, 4};
    /** Spread of the logarithm of how long one dawdles: one in twenty takes three times the median. */
    private static final double DAWDLE_SIGMA = 0.65;
    /** Nobody dawdles longer than so many medians. */
    private static final double DAWDLE_MOST = 10;
    /** The network 198.18.0.0/15, which is set aside for benchmarks (RFC 2544). */
    private static final int HOMES = 1 << 17;

    private static final int TRAITS = 16;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private enum Trait {
        CLICKS(0),
        LOSES(1),
        GIVES_UP(2),
        SIGNED_IN(3),
        DEVICE(4),
        PATIENCE(5),
        SEATS(6),
        TASTE(7),
        DAWDLE(8),
        ARRIVAL(9),
        PAUSE(10),
        CARD(11),
        WANDERS(12);

        private final int number;

        Trait(int number) {
            this.number = number;
        }
    }

    private final long seed;
    private final int people;
    private final double dawdleSeconds;
    private final int[] homes;
    private final BitSet vanishing = new BitSet();

    /**
     * @param vanishing how many vanish after joining, at most {@code people}
     * @param dawdleSeconds the median of how long one looks before choosing
     */
    Cast(long seed, int people, int vanishing, double dawdleSeconds) {
        this.seed = seed;
        this.people = people;
        this.dawdleSeconds = dawdleSeconds;
        var random = new Random(seed);
        this.homes = households(people, random);
        chooseVanishing(vanishing, random);
    }

    private static int[] households(int people, Random random) {
        var homes = new int[people];
        for (int person = 0, home = 0; person < people; home++) {
            for (var left = 2 + random.nextInt(3); left > 0 && person < people; left--) {
                homes[person++] = home;
            }
        }
        return homes;
    }

    /** So many, each set equally likely (Floyd's sampling). */
    private void chooseVanishing(int count, Random random) {
        for (var i = people - count; i < people; i++) {
            var chosen = random.nextInt(i + 1);
            vanishing.set(vanishing.get(chosen) ? i : chosen);
        }
    }

    int people() {
        return people;
    }

    /** An address of the person's home, where two to four people live. */
    String address(int person) {
        var home = homes[person] % HOMES;
        return "198." + (18 + (home >> 16)) + "." + ((home >> 8) & 255) + "." + (home & 255);
    }

    String deviceId(int person) {
        var random = draw(person, Trait.DEVICE, 0);
        var bytes = ByteBuffer.allocate(16).putLong(random.nextLong()).putLong(random.nextLong());
        return BASE64.encodeToString(bytes.array());
    }

    boolean vanishes(int person) {
        return vanishing.get(person);
    }

    boolean clicksTwice(int person) {
        return draw(person, Trait.CLICKS, 0).nextDouble() < CLICKS_TWICE;
    }

    /** Whether the token is lost while waiting, so that the person joins again to find the place. */
    boolean losesToken(int person) {
        return draw(person, Trait.LOSES, 0).nextDouble() < LOSES_THE_TOKEN;
    }

    boolean joinsSignedIn(int person) {
        return draw(person, Trait.SIGNED_IN, 0).nextDouble() >= JOINS_AS_NOBODY;
    }

    /** How long the person waits before giving up, in nanoseconds; {@link Long#MAX_VALUE} for nearly everybody. */
    long patience(int person) {
        return draw(person, Trait.GIVES_UP, 0).nextDouble() >= GIVES_UP
                ? Long.MAX_VALUE
                : NANOS * draw(person, Trait.PATIENCE, 0).nextInt(LEAST_PATIENCE_SECONDS, MOST_PATIENCE_SECONDS);
    }

    /** How long the person, once, looks at something else instead of asking again, in nanoseconds; 0 for nearly everybody. */
    long away(int person) {
        var random = draw(person, Trait.WANDERS, 0);
        return random.nextDouble() < WANDERS
                ? (long) (NANOS * dawdleSeconds * random.nextDouble(LEAST_AWAY, MOST_AWAY))
                : 0;
    }

    /** Whether the person has a card in their hand, and does not think of the wallet. */
    boolean hasCard(int person) {
        return draw(person, Trait.CARD, 0).nextDouble() < HAS_A_CARD;
    }

    /** How many seats, side by side. */
    int seats(int person) {
        return SIZES[draw(person, Trait.SEATS, 0).nextInt(SIZES.length)];
    }

    /** From where on the person looks for seats, as a share of the hall; most like the front. */
    double taste(int person) {
        var random = draw(person, Trait.TASTE, 0).nextDouble();
        return random * random;
    }

    /** When the person comes, as a share of all who come: which part of them was there before. */
    double arrival(int person) {
        return draw(person, Trait.ARRIVAL, 0).nextDouble();
    }

    /** How long the person thinks before the n-th thing they do, in nanoseconds: log-normal. */
    long dawdle(int person, int nth) {
        var factor = Math.exp(DAWDLE_SIGMA * draw(person, Trait.DAWDLE, nth).nextGaussian());
        return (long) (NANOS * dawdleSeconds * Math.min(factor, DAWDLE_MOST));
    }

    /** Until one who is told to come in has seen it and clicked, in nanoseconds: at most a quarter of the usual dawdling. */
    long reaction(int person, int nth) {
        return (long) (NANOS * dawdleSeconds / 4 * jitter(person, nth));
    }

    /** Something between 0 and 1, so that not everybody does the n-th thing at the same moment. */
    double jitter(int person, int nth) {
        return draw(person, Trait.PAUSE, nth).nextDouble();
    }

    private SplittableRandom draw(int person, Trait trait, int nth) {
        var n = (((long) person * TRAITS + trait.number) << 16) + nth;
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ n * 0xD1B54A32D192ED03L);
    }
}
