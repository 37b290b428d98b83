package io.jari.seat;

import static io.jari.seat.TestStrategies.DATABASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.concert.Dates;
import io.jari.core.commit.Batch;
import io.jari.core.commit.Written;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several dates are served by one transaction, at the first try: else each would wait for the others. */
class SharedCommitTest {
    @Test
    void eachDateGetsItsAnswer() throws Exception {
        var halls = Stream.generate(() -> TestHall.with(DATABASE, 20)).limit(3).toList();
        var transaction = new HoldTransaction(DATABASE, new Dates(DATABASE), Locking.HEAD);

        var written = transaction.write(halls.stream()
                .map(hall -> new Batch<Integer, Command>(
                        hall.dateId(), List.of(TestStrategies.hold("shared" + hall.dateId(), 1, 0, 1))))
                .toList());

        assertThat(written)
                .hasSize(3)
                .allSatisfy(each -> assertThat(((Written.Results<Answer>) each).results())
                        .hasOnlyElementsOfType(Answer.Held.class));
    }
}
