package io.jari.commit;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where locks of the strategy distributed-lock come from: for study and comparison. */
@ConfigMapping(prefix = "jari.locks")
public interface LockSettings {

    /** Folders and jars, as Java wants them. */
    Optional<String> classpath();

    /** The class there that gives a {@code java.util.concurrent.locks.Lock} for each name. */
    Optional<String> type();
}
