package io.jari.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the recursive definition, for every size up to where all shapes have been seen. */
class MerkleTreeTest {
    private static final int SIZES = 70;

    @Test
    void theRootIsTheRecursiveDefinitions() {
        assertThat(TestDraw.hex(MerkleTree.root(new byte[0])))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (var size = 0; size <= SIZES; size++) {
            var leaves = TestDraw.leaves(size);
            var joined = TestDraw.join(leaves);
            assertThat(MerkleTree.root(joined)).isEqualTo(TestDraw.root(leaves));
            assertThat(joined).as("left as it was").isEqualTo(TestDraw.join(leaves));
        }
    }

    /** The entries and the root of the tests of Google's implementation of Certificate Transparency. */
    @Test
    void theRootOfAKnownTree() {
        var entries = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        var leaves = entries.stream()
                .map(entry -> TestDraw.sha256(TestDraw.hex("00" + entry)))
                .toList();
        assertThat(TestDraw.hex(MerkleTree.root(TestDraw.join(leaves))))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void eachLeafIsShownAndNothingElse() {
        for (var size = 1; size <= SIZES; size++) {
            var leaves = TestDraw.leaves(size);
            var joined = TestDraw.join(leaves);
            var root = MerkleTree.root(joined);
            for (var index = 0; index < size; index++) {
                var proof = MerkleTree.proof(joined, index);
                assertThat(proof).containsExactlyElementsOf(TestDraw.path(index, leaves));
                var leaf = leaves.get(index);
                assertThat(MerkleTree.proves(proof, leaf, index, size, root)).isTrue();
                assertThat(MerkleTree.proves(proof, TestDraw.sha256(leaf), index, size, root))
                        .isFalse();
                assertThat(MerkleTree.proves(proof, leaf, index, size, TestDraw.sha256(root)))
                        .isFalse();
                assertThat(MerkleTree.proves(proof, leaf, size, size, root)).isFalse();
                assertThat(MerkleTree.proves(proof, leaf, -1, size, root)).isFalse();
                var longer = new ArrayList<>(proof);
                longer.add(root);
                assertThat(MerkleTree.proves(longer, leaf, index, size, root)).isFalse();
                for (var other = 0; other < size; other++) {
                    assertThat(MerkleTree.proves(proof, leaf, other, size, root))
                            .isEqualTo(other == index);
                }
            }
        }
    }

    @Test
    void aPieceOfALeafIsNone() {
        assertThatThrownBy(() -> MerkleTree.root(new byte[33])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.proof(new byte[64], 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
