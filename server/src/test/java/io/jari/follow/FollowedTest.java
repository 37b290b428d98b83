package io.jari.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.TestPostgres;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FollowedTest {

    @Test
    void whatIsFoundNotToBeIsNotThereInThatVeryMomentEither() throws InterruptedException {
        var nothing = new Nothing();
        try (var followed = new Followed<>("nothings", TestPostgres.fresh(), nothing, 1_000)) {
            var asked = followed.of(1);
            nothing.isAsked.await();
            var looked = asked.thenApply(_ -> Optional.ofNullable(followed.peek(1))); // before it is forgotten
            nothing.answers.countDown();
            assertThat(looked.join()).isEmpty();
            assertThat(asked.join()).isEmpty();
        }
    }

    /** Finds nothing, once it may answer. */
    private static final class Nothing implements Followed.Source<String> {
        private final CountDownLatch isAsked = new CountDownLatch(1);
        private final CountDownLatch answers = new CountDownLatch(1);

        @Override
        public Optional<String> read(Connection connection, int id) {
            isAsked.countDown();
            try {
                answers.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Optional.empty();
        }

        @Override
        public Map<Integer, Optional<String>> follow(Connection connection, Map<Integer, String> known) {
            return Map.of();
        }

        @Override
        public int bytes(String value) {
            return value.length();
        }
    }
}
