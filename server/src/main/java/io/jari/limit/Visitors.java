package io.jari.limit;

import io.netty.util.AsciiString;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who has been let in lately. While not all can be served, whoever has begun to look goes on looking, and only the others are told to come
 * later: of twelve requests in a row, each let in half of the time, one in four thousand would come to an end.
 *
 * <p>Kept as two Bloom filters, one for these minutes and one for those before; somebody is remembered from being let in, five to ten
 * minutes, however often they come meanwhile. Whoever is taken for somebody else is let in a little sooner.
 */
final class Visitors {
    static final long MINUTES_MILLIS = 300_000;

    private static final AsciiString AUTHORIZATION = AsciiString.cached("authorization");
    private static final AsciiString FORWARDED_FOR = AsciiString.cached("x-forwarded-for");
    private static final AsciiString USER_AGENT = AsciiString.cached("user-agent");

    /** 512 KB: with 200,000 visitors one of a hundred others is taken for one of them. */
    private static final int BITS = 1 << 22;

    private static final int HALF = 32;

    private volatile Minutes minutes = new Minutes(new AtomicLongArray(BITS / Long.SIZE), new AtomicLongArray(0));

    private record Minutes(AtomicLongArray now, AtomicLongArray before) {}

    /**
     * A number for whoever asks. A program is known by how it signs in; a browser, which may sign in while it looks, by its address and
     * make. What may have been made up is believed: it brings nobody in who would not come in as somebody new.
     *
     * @param header gives the first of this name
     * @param peer who is connected
     */
    static long number(Function<CharSequence, @Nullable String> header, String peer) {
        var authorization = header.apply(AUTHORIZATION);
        if (authorization != null) {
            return spread(authorization.hashCode());
        }
        var forwarded = header.apply(FORWARDED_FOR);
        var agent = header.apply(USER_AGENT);
        return spread((long) address(forwarded, peer).hashCode() << HALF ^ (agent == null ? 0 : agent.hashCode()));
    }

    /** Behind proxies the first that they name. */
    private static String address(@Nullable String forwarded, String peer) {
        if (forwarded == null) {
            return peer;
        }
        var comma = forwarded.indexOf(',');
        return comma < 0 ? forwarded : forwarded.substring(0, comma);
    }

    /** The finalizer of MurmurHash3: each bit of what comes depends on all of what goes in. */
    private static long spread(long value) {
        var mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    boolean known(long visitor) {
        var known = minutes;
        return holds(known.now, visitor) || holds(known.before, visitor);
    }

    /** Somebody new was let in. */
    void came(long visitor) {
        var bits = minutes.now;
        set(bits, (int) visitor);
        set(bits, (int) (visitor >>> HALF));
    }

    /** The minutes are over. */
    void turn() {
        minutes = new Minutes(new AtomicLongArray(BITS / Long.SIZE), minutes.now);
    }

    private static boolean holds(AtomicLongArray bits, long visitor) {
        return bits.length() > 0 && isSet(bits, (int) visitor) && isSet(bits, (int) (visitor >>> HALF));
    }

    private static boolean isSet(AtomicLongArray bits, int bit) {
        return (bits.get(word(bit)) & 1L << bit) != 0;
    }

    private static void set(AtomicLongArray bits, int bit) {
        bits.accumulateAndGet(word(bit), 1L << bit, (before, one) -> before | one);
    }

    private static int word(int bit) {
        return (bit & BITS - 1) / Long.SIZE;
    }
}
