package io.jari.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Whether new requests are taken. It closes with the signal to stop; those under way are still answered. */
@Singleton
public final class Intake {
    private volatile boolean open = true;

    void begin(@Observes StartupEvent event) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> open = false, "stop-intake"));
    }

    public boolean open() {
        return open;
    }
}
