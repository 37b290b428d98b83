package io.jari.http;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Forgets stored answers after a day; two processes doing so do no harm. */
@ApplicationScoped
class IdempotencySweep {
    private final Jdbi jdbi;

    IdempotencySweep(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    @Scheduled(every = "10m", delayed = "1m")
    @RunOnVirtualThread
    void sweep() {
        jdbi.useTransaction(IdempotencyStore::sweep);
    }
}
