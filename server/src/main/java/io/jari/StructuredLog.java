package io.jari;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;

/** In production, or where it is asked for, the log is read by machines: every line is JSON. */
@Singleton
final class StructuredLog {
    private static final Logger LOG = Logger.getLogger(StructuredLog.class.getName());

    void begin(
            @Observes @Priority(1) StartupEvent event,
            @ConfigProperty(name = "jari.mode") String mode,
            @ConfigProperty(name = "jari.log") Optional<String> form) {
        if (form.map("json"::equals).orElse(mode.equals("production"))) {
            for (var handler : Logger.getLogger("").getHandlers()) {
                structure(handler);
            }
            LOG.info(mode + " start");
        }
    }

    private static void structure(Handler handler) {
        handler.setFormatter(new JsonLines());
        if (handler instanceof ExtHandler outer) {
            for (var inner : outer.getHandlers()) {
                structure(inner);
            }
        }
    }
}
