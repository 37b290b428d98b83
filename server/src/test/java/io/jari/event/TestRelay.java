package io.jari.event;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Publishes when a test says so. */
public record TestRelay(DataSource database, EventTail tail) {
    /** All that is committed. */
    public void publish() throws SQLException {
        var relay = new Relay(database, new Relay.Listener() {
            @Override
            public void standing(long last, @Nullable Double lagSeconds) {
                tail.moved(last);
            }

            @Override
            public void published(long events, long last) {
                tail.moved(last);
            }
        });
        while (relay.turn()) {
            // there may be more
        }
    }
}
