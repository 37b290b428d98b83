package io.jari.core.queue;

import io.jari.core.queue.PublishedDraw.Frozen;
import io.jari.core.queue.PublishedDraw.Noted;
import io.jari.core.queue.PublishedDraw.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a draw was what the house says: its claims one by one, from nothing but what is published, what one noted, and one's token.
 * What each claim means is defined by {@link Draw}.
 */
public final class DrawCheck {
    /** Clocks of the house's processes may differ by less. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final PublishedDraw draw;
    private final Noted noted;
    private final @Nullable Place place;
    private final List<Finding> findings = new ArrayList<>();

    private DrawCheck(PublishedDraw draw, Noted noted, @Nullable Place place) {
        this.draw = draw;
        this.noted = noted;
        this.place = place;
    }

    /** What the house claims. */
    public enum Claim {
        /** The hash of the seed is the one that was published before anybody joined. */
        SEED_HASH_KEPT,
        /** The list has as many leaves as took part. */
        COUNT,
        /** The root is the list's. */
        ROOT,
        /** The root is the one published when the list was frozen. */
        ROOT_KEPT,
        /** The seed is the one its hash was published of. */
        SEED,
        /** The public value was used where a source was named, and is the source's. */
        PUBLIC_VALUE,
        /** One's own leaf is in the list, where one's ticket says. */
        LEAF,
        /** One's rank is the one that the draw gives. */
        RANK
    }

    public enum Verdict {
        HOLDS,
        FAILS,
        /** Can't be told: not yet, or not from what was given. */
        OPEN
    }

    /** @param words what was found, for a person */
    public record Finding(Claim claim, Verdict verdict, String words) {}

    /**
     * In the order of {@link Claim}; claims that do not concern what was given are left out.
     *
     * @param place one's own; null: nobody's in particular
     */
    public static List<Finding> check(PublishedDraw draw, Noted noted, @Nullable Place place) {
        return new DrawCheck(draw, noted, place).findings();
    }

    private List<Finding> findings() {
        seedHashKept();
        var list = draw.list();
        if (list != null) {
            count(list);
            root(list);
            rootKept(list);
        }
        seed(list);
        publicValue();
        if (place != null && list != null) {
            leaf(list, place);
            rank(list, place);
        } else if (place != null) {
            open(Claim.LEAF, "Your ticket is %s. The list is still to be frozen.".formatted(number(place.ticket())));
        }
        return List.copyOf(findings);
    }

    private void seedHashKept() {
        var before = noted.seedHash();
        if (before == null) {
            open(
                    Claim.SEED_HASH_KEPT,
                    "Whether the seed was settled before anybody joined only those can tell who noted its hash then: today it is said to be %s."
                            .formatted(hex(draw.seedHash())));
        } else {
            judge(
                    Claim.SEED_HASH_KEPT,
                    Arrays.equals(before, draw.seedHash()),
                    "The hash of the seed is the one you noted.",
                    "The seed was swapped: you noted the hash %s, and now it is said to have been %s."
                            .formatted(hex(before), hex(draw.seedHash())));
        }
    }

    private void count(Frozen list) {
        var leaves = list.leaves().length / MerkleTree.HASH_BYTES;
        judge(
                Claim.COUNT,
                isWhole(list),
                "The list has %s leaves, as many as are said to have taken part.".formatted(number(leaves)),
                "The list has %s leaves%s, but %s are said to have taken part: somebody was added or dropped, or the count was changed."
                        .formatted(
                                number(leaves),
                                list.leaves().length % MerkleTree.HASH_BYTES == 0 ? "" : " and a piece",
                                number(list.count())));
    }

    private void root(Frozen list) {
        var whole = Arrays.copyOf(list.leaves(), list.leaves().length / MerkleTree.HASH_BYTES * MerkleTree.HASH_BYTES);
        var root = MerkleTree.root(whole);
        judge(
                Claim.ROOT,
                whole.length == list.leaves().length && Arrays.equals(root, list.root()),
                "The root is this list's: %s.".formatted(hex(root)),
                "The list is not the one that was frozen: its root is %s, but %s is published. A place was moved, added, dropped or replaced."
                        .formatted(hex(root), hex(list.root())));
    }

    private void rootKept(Frozen list) {
        var frozen = noted.root();
        if (frozen == null) {
            open(
                    Claim.ROOT_KEPT,
                    "Whether this root was published at the freeze only those can tell who noted it then.");
        } else {
            judge(
                    Claim.ROOT_KEPT,
                    Arrays.equals(frozen, list.root()),
                    "The root is the one you noted at the freeze.",
                    "The list was changed after the freeze: you noted the root %s, and now it is said to have been %s."
                            .formatted(hex(frozen), hex(list.root())));
        }
    }

    private void seed(@Nullable Frozen list) {
        var seed = draw.seed();
        if (seed == null) {
            open(Claim.SEED, "The seed is not published yet" + (list == null ? ", and the list is not frozen." : "."));
        } else if (list == null) {
            judge(
                    Claim.SEED,
                    false,
                    "",
                    "The seed was published before the list was frozen: anybody could try orders.");
        } else {
            var hash = Draw.seedHash(seed);
            judge(
                    Claim.SEED,
                    seed.length == Draw.SEED_BYTES && Arrays.equals(hash, draw.seedHash()),
                    "The seed is the one whose hash was published.",
                    "The seed is not the one whose hash was published: its hash is %s, not %s."
                            .formatted(hex(hash), hex(draw.seedHash())));
        }
    }

    private void publicValue() {
        var source = draw.publicSource();
        var value = draw.publicValue();
        if (source == null && value != null) {
            judge(
                    Claim.PUBLIC_VALUE,
                    false,
                    "",
                    "A value, \"%s\", is mixed in for which no source was named: whoever chose it could choose the order."
                            .formatted(value));
        } else if (source != null && value == null) {
            var drawn = draw.seed() != null;
            add(
                    Claim.PUBLIC_VALUE,
                    drawn ? Verdict.FAILS : Verdict.OPEN,
                    drawn
                            ? "The order was drawn without the value of \"%s\", which was promised.".formatted(source)
                            : "The value of \"%s\" is still to come.".formatted(source));
        } else if (value != null) {
            sourcesValue(value, source);
        }
    }

    private void sourcesValue(String value, @Nullable String source) {
        var read = noted.publicValue();
        if (read == null) {
            open(
                    Claim.PUBLIC_VALUE,
                    "The value used is \"%s\". Whether \"%s\" told it you see there.".formatted(value, source));
        } else {
            judge(
                    Claim.PUBLIC_VALUE,
                    read.equals(value),
                    "The value used is the one you read, \"%s\".".formatted(value),
                    "The public value was changed: you read \"%s\", but \"%s\" was used.".formatted(read, value));
        }
    }

    private void leaf(Frozen list, Place own) {
        if (own.ticket() > list.count()) {
            var before = own.since();
            var frozen = list.at();
            var dropped = before != null
                    && frozen != null
                    && before.plus(CLOCKS_DIFFER).isBefore(frozen);
            add(
                    Claim.LEAF,
                    dropped ? Verdict.FAILS : Verdict.OPEN,
                    dropped
                            ? "You were dropped: your token is of %s, before the list was frozen at %s, but your ticket %s is not among its %s."
                                    .formatted(before, frozen, number(own.ticket()), number(list.count()))
                            : "Your ticket %s is not among the %s of the draw: it counts as taken after the freeze."
                                    .formatted(number(own.ticket()), number(list.count())));
            return;
        }
        var at = find(list, Draw.leaf(own.dateId(), own.ticket(), own.joiner()));
        judge(
                Claim.LEAF,
                at == own.ticket(),
                "Your leaf is number %s of %s, as your ticket says.".formatted(number(at), number(list.count())),
                at == 0
                        ? "You are not in the list: where your ticket %s belongs stands somebody else."
                                .formatted(number(own.ticket()))
                        : "You were moved: your leaf is number %s, but your ticket is %s."
                                .formatted(number(at), number(own.ticket())));
    }

    private void rank(Frozen list, Place own) {
        var seed = draw.seed();
        if (seed == null) {
            return;
        }
        if (!isWhole(list) || list.count() > Draw.MOST_TICKETS || own.ticket() < 1) {
            open(Claim.RANK, "Your rank can't be computed from such a list.");
            return;
        }
        var rank = DrawnOrder.of(seed, list.root(), draw.publicValue(), list.count())
                .rank(own.ticket());
        var told = own.rank();
        if (told == null) {
            open(
                    Claim.RANK,
                    "By this draw your rank is %s: compare it with the one you were told.".formatted(number(rank)));
        } else {
            judge(
                    Claim.RANK,
                    rank == told,
                    "Your rank is %s, as you were told.".formatted(number(rank)),
                    "The order was not kept: by this draw your rank is %s, but you were told %s."
                            .formatted(number(rank), number(told)));
        }
    }

    /** The number of a leaf, from 1; 0 where it is not in the list. */
    private static long find(Frozen list, byte[] leaf) {
        var leaves = list.leaves();
        for (var at = 0; at + leaf.length <= leaves.length; at += leaf.length) {
            if (Arrays.equals(leaves, at, at + leaf.length, leaf, 0, leaf.length)) {
                return at / leaf.length + 1L;
            }
        }
        return 0;
    }

    private static boolean isWhole(Frozen list) {
        return list.leaves().length % MerkleTree.HASH_BYTES == 0
                && list.leaves().length / MerkleTree.HASH_BYTES == list.count();
    }

    private void judge(Claim claim, boolean holds, String yes, String no) {
        add(claim, holds ? Verdict.HOLDS : Verdict.FAILS, holds ? yes : no);
    }

    private void open(Claim claim, String words) {
        add(claim, Verdict.OPEN, words);
    }

    private void add(Claim claim, Verdict verdict, String words) {
        findings.add(new Finding(claim, verdict, words));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
