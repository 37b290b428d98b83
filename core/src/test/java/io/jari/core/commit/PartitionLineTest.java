package io.jari.core.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a line keeps of commands that are put back. */
class PartitionLineTest {
    private final PartitionLine<String, String, Integer> line = new PartitionLine<>("p", 10);

    @Test
    void whoComesLaterIsServedAlsoWhenTheNewestWasAnsweredAndItsElderPutBack() {
        var elder = offered("elder");
        var late = offered("late");
        assertThat(taken()).containsExactly("elder", "late");
        var _ = offered("later");
        line.settle(List.of(late));
        line.giveBack(List.of(elder));
        assertThat(taken()).containsExactly("elder", "later");
    }

    @Test
    void whatIsPutBackComesBeforeWhatWaits() {
        var first = offered("first");
        var second = offered("second");
        var _ = offered("third");
        assertThat(line.take(2, 1_000, true)).containsExactly(first, second);
        var _ = offered("fourth");
        line.giveBack(List.of(first, second));
        assertThat(taken()).containsExactly("first", "second", "third", "fourth");
    }

    private Pending<String, Integer> offered(String command) {
        var pending = new Pending<String, Integer>(command, 1, 0, 0);
        line.offer(pending);
        return pending;
    }

    private List<String> taken() {
        return line.take(10, 1_000, true).stream()
                .map(pending -> pending.command)
                .toList();
    }
}
