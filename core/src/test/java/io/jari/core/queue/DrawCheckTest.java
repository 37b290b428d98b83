package io.jari.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.queue.DrawCheck.Claim;
import io.jari.core.queue.DrawCheck.Finding;
import io.jari.core.queue.DrawCheck.Verdict;
import io.jari.core.queue.PublishedDraw.Frozen;
import io.jari.core.queue.PublishedDraw.Noted;
import io.jari.core.queue.PublishedDraw.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * An honest draw of 1,000, and frauds upon it: clumsy ones, by which what is published contradicts itself, and smooth ones, by which
 * all is published anew to fit and only those find out who noted something or hold a token.
 */
class DrawCheckTest {
    private static final int DATE = 3;
    private static final int COUNT = 1_000;
    private static final String SOURCE = "Lotto 6/45, draw 1,300";
    private static final String VALUE = "3 9 17 28 40 44";
    private static final Instant FROZEN = Instant.parse("2027-03-01T11:00:00Z");
    private static final byte[] SEED = TestDraw.sha256(new byte[] {1});
    private static final byte[] OTHER_SEED = TestDraw.sha256(new byte[] {2});

    private static final List<byte[]> LEAVES = TestDraw.leaves(COUNT);
    private static final PublishedDraw HONEST = published(SEED, LEAVES, VALUE);
    private static final Noted NOTED = new Noted(TestDraw.sha256(SEED), TestDraw.root(LEAVES), VALUE);

    /** All of it fits: the hash to the seed, the root and the count to the list. */
    private static PublishedDraw published(byte[] seed, List<byte[]> leaves, @Nullable String value) {
        return new PublishedDraw(
                TestDraw.sha256(seed),
                seed,
                SOURCE,
                value,
                new Frozen(leaves.size(), TestDraw.root(leaves), TestDraw.join(leaves), FROZEN));
    }

    private static PublishedDraw withList(long count, byte[] root, List<byte[]> leaves) {
        return new PublishedDraw(
                TestDraw.sha256(SEED), SEED, SOURCE, VALUE, new Frozen(count, root, TestDraw.join(leaves), FROZEN));
    }

    /** The place of a ticket, and what its holder was told when the draw was honest. */
    private static Place place(long ticket) {
        return place(ticket, honestRank(ticket));
    }

    private static Place place(long ticket, @Nullable Long rank) {
        return new Place(DATE, ticket, new Joiner(0, 1_000 + ticket), FROZEN.minusSeconds(3_600), rank);
    }

    private static long honestRank(long ticket) {
        return 1L
                + TestDraw.order(TestDraw.key(SEED, TestDraw.root(LEAVES), VALUE), COUNT)
                        .indexOf((int) ticket);
    }

    private static Set<Claim> failed(PublishedDraw draw, Noted noted, @Nullable Place place) {
        return DrawCheck.check(draw, noted, place).stream()
                .filter(finding -> finding.verdict() == Verdict.FAILS)
                .map(Finding::claim)
                .collect(Collectors.toSet());
    }

    private static List<byte[]> changed(Consumer<List<byte[]>> fraud) {
        var leaves = new ArrayList<>(LEAVES);
        fraud.accept(leaves);
        return leaves;
    }

    @Test
    void anHonestDrawHoldsForEverybody() {
        for (var ticket = 1; ticket <= COUNT; ticket += 111) {
            assertThat(DrawCheck.check(HONEST, NOTED, place(ticket)))
                    .extracting(Finding::verdict)
                    .hasSize(Claim.values().length)
                    .containsOnly(Verdict.HOLDS);
        }
    }

    @Test
    void beforeTheFreezeNobodysPlaceIsToBeSeen() {
        var early = new PublishedDraw(TestDraw.sha256(SEED), null, SOURCE, null, null);
        assertThat(DrawCheck.check(early, Noted.NOTHING, place(7, null)))
                .filteredOn(finding -> finding.claim() == Claim.LEAF)
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.OPEN)
                .matches(finding -> finding.words().contains("Your ticket is 7."));
        assertThat(failed(early, Noted.NOTHING, place(7, null))).isEmpty();
    }

    @Test
    void aMovedPlaceIsFound() {
        var moved = changed(leaves -> Collections.swap(leaves, 4, 700));
        assertThat(failed(withList(COUNT, TestDraw.root(LEAVES), moved), NOTED, null))
                .containsExactly(Claim.ROOT);
        assertThat(failed(withList(COUNT, TestDraw.root(LEAVES), moved), Noted.NOTHING, place(5)))
                .containsExactlyInAnyOrder(Claim.ROOT, Claim.LEAF);
        var smooth = published(SEED, moved, VALUE);
        assertThat(failed(smooth, NOTED, null)).containsExactly(Claim.ROOT_KEPT);
        assertThat(failed(smooth, Noted.NOTHING, place(5))).contains(Claim.LEAF);
        assertThat(failed(smooth, Noted.NOTHING, place(701))).contains(Claim.LEAF);
        assertThat(words(smooth, Claim.LEAF, place(5))).contains("moved", "number 701", "ticket is 5");
        assertThat(failed(smooth, Noted.NOTHING, null))
                .as("who has nothing finds nothing")
                .isEmpty();
    }

    @Test
    void anAddedEntrantIsFound() {
        var stranger = TestDraw.leaf(DATE, COUNT + 1, "00".repeat(16));
        var added = changed(leaves -> leaves.add(stranger));
        assertThat(failed(withList(COUNT, TestDraw.root(LEAVES), added), NOTED, null))
                .containsExactlyInAnyOrder(Claim.COUNT, Claim.ROOT);
        assertThat(failed(withList(COUNT + 1, TestDraw.root(LEAVES), added), NOTED, null))
                .containsExactly(Claim.ROOT);
        var smooth = published(SEED, added, VALUE);
        assertThat(failed(smooth, NOTED, null)).containsExactly(Claim.ROOT_KEPT);
        assertThat(failed(smooth, Noted.NOTHING, place(5))).containsExactly(Claim.RANK);
        var pushedIn = published(SEED, changed(leaves -> leaves.add(4, stranger)), VALUE);
        assertThat(failed(pushedIn, Noted.NOTHING, place(5, null))).containsExactly(Claim.LEAF);
        assertThat(failed(pushedIn, Noted.NOTHING, place(4, null))).isEmpty();
    }

    @Test
    void aSwappedSeedIsFound() {
        var clumsy = new PublishedDraw(TestDraw.sha256(SEED), OTHER_SEED, SOURCE, VALUE, HONEST.list());
        assertThat(failed(clumsy, Noted.NOTHING, null)).containsExactly(Claim.SEED);
        var smooth = published(OTHER_SEED, LEAVES, VALUE);
        assertThat(failed(smooth, NOTED, null)).containsExactly(Claim.SEED_HASH_KEPT);
        assertThat(failed(smooth, Noted.NOTHING, place(5))).containsExactly(Claim.RANK);
        assertThat(failed(smooth, Noted.NOTHING, null))
                .as("who has nothing finds nothing")
                .isEmpty();
        var shortSeed = new byte[31];
        assertThat(failed(published(shortSeed, LEAVES, VALUE), Noted.NOTHING, null))
                .containsExactly(Claim.SEED);
    }

    @Test
    void aDroppedEntrantIsFound() {
        var dropped = changed(leaves -> leaves.remove(4));
        assertThat(failed(withList(COUNT, TestDraw.root(LEAVES), dropped), NOTED, null))
                .containsExactlyInAnyOrder(Claim.COUNT, Claim.ROOT);
        var smooth = published(SEED, dropped, VALUE);
        assertThat(failed(smooth, Noted.NOTHING, place(5, null))).containsExactly(Claim.LEAF);
        assertThat(words(smooth, Claim.LEAF, place(5))).contains("not in the list");
        assertThat(failed(smooth, Noted.NOTHING, place(4, null))).isEmpty();
        var last = place(COUNT, null);
        assertThat(failed(smooth, Noted.NOTHING, last)).containsExactly(Claim.LEAF);
        assertThat(words(smooth, Claim.LEAF, last)).contains("dropped");
        var late = new Place(DATE, COUNT, last.joiner(), FROZEN.plusSeconds(1), (long) COUNT);
        assertThat(failed(smooth, Noted.NOTHING, late)).as("who came later").isEmpty();
    }

    @Test
    void aChangedPublicValueIsFound() {
        var changed = published(SEED, LEAVES, "1 2 3 4 5 6");
        assertThat(failed(changed, NOTED, null)).containsExactly(Claim.PUBLIC_VALUE);
        assertThat(failed(changed, Noted.NOTHING, place(5))).containsExactly(Claim.RANK);
        assertThat(failed(published(SEED, LEAVES, null), Noted.NOTHING, null)).containsExactly(Claim.PUBLIC_VALUE);
        var unnamed = new PublishedDraw(TestDraw.sha256(SEED), SEED, null, VALUE, HONEST.list());
        assertThat(failed(unnamed, Noted.NOTHING, null)).containsExactly(Claim.PUBLIC_VALUE);
    }

    @Test
    void aChangedCountIsFound() {
        for (var count : List.of(0L, COUNT - 1L, COUNT + 1L, -1L, Long.MAX_VALUE, (1L << 59) + COUNT)) {
            var changed = withList(count, TestDraw.root(LEAVES), LEAVES);
            assertThat(failed(changed, NOTED, null)).containsExactly(Claim.COUNT);
            assertThat(failed(changed, NOTED, place(5))).contains(Claim.COUNT);
        }
    }

    @Test
    void aDamagedListIsFound() {
        var cut = new byte[COUNT * 32 - 1];
        System.arraycopy(TestDraw.join(LEAVES), 0, cut, 0, cut.length);
        var damaged = new Frozen(COUNT, TestDraw.root(LEAVES), cut, null);
        var draw = new PublishedDraw(TestDraw.sha256(SEED), SEED, SOURCE, VALUE, damaged);
        assertThat(failed(draw, NOTED, place(5))).containsExactlyInAnyOrder(Claim.COUNT, Claim.ROOT);
    }

    @Test
    void anOrderThatWasNotKeptIsFound() {
        var told = honestRank(5) % COUNT + 1;
        assertThat(failed(HONEST, NOTED, place(5, told))).containsExactly(Claim.RANK);
        assertThat(failed(HONEST, NOTED, place(COUNT + 7, 3L))).contains(Claim.RANK);
    }

    @Test
    void whatIsStillToComeIsOpen() {
        var made = new PublishedDraw(TestDraw.sha256(SEED), null, SOURCE, null, null);
        assertThat(DrawCheck.check(made, NOTED, place(5)))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.HOLDS, Verdict.OPEN, Verdict.OPEN, Verdict.OPEN);
        var frozen = new PublishedDraw(TestDraw.sha256(SEED), null, SOURCE, null, HONEST.list());
        assertThat(failed(frozen, NOTED, place(5))).isEmpty();
        assertThat(words(frozen, Claim.LEAF, place(5))).contains("number 5 of 1,000");
        var early = new PublishedDraw(TestDraw.sha256(SEED), SEED, SOURCE, null, null);
        assertThat(failed(early, NOTED, null)).contains(Claim.SEED);
    }

    private static String words(PublishedDraw draw, Claim claim, Place place) {
        return DrawCheck.check(draw, Noted.NOTHING, place).stream()
                .filter(finding -> finding.claim() == claim)
                .map(Finding::words)
                .findFirst()
                .orElse("");
    }
}
