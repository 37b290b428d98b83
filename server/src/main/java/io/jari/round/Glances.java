package io.jari.round;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Asks in one statement, five times a second, who has something to do, and wakes them: each alone would ask as often. */
@ApplicationScoped
public class Glances {
    private static final long PAUSE_MILLIS = 200;
    private final DataSource dataSource;
    private final List<Glance> all;
    private final String question;
    private final Rounds rounds = new Rounds("glances", "work is found later for now", PAUSE_MILLIS, this::look);

    @Inject
    Glances(DataSource dataSource, Instance<Glance> all) {
        this(dataSource, all.stream().toList());
    }

    Glances(DataSource dataSource, List<Glance> all) {
        this.dataSource = dataSource;
        this.all = all;
        this.question = all.stream()
                .map(Glance::condition)
                .collect(Collectors.joining("), (", "select (", ") from (select jari_now() as now) it"));
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    /** Once; whoever has something to do is woken. */
    boolean look() throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(question);
                var row = select.executeQuery()) {
            row.next();
            for (var i = 0; i < all.size(); i++) {
                if (row.getBoolean(i + 1)) {
                    all.get(i).wake();
                }
            }
        }
        return false;
    }

    @PreDestroy
    void close() {
        rounds.close();
    }
}
