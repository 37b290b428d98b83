package io.jari.queue;

import io.jari.core.queue.QueueToken;
import io.jari.http.AddressLimit;
import io.jari.http.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often one may ask to come in, or to stay in, with a place: each time takes the lock of its line. */
@Singleton
public final class EntryLimits {
    private static final int TICKET_BITS = 40;

    private final AddressLimit ofPlace;

    /** @param rate a second's; 0 takes the limit away */
    public EntryLimits(
            @ConfigProperty(name = "jari.queue.entry-rate", defaultValue = "1") double rate,
            @ConfigProperty(name = "jari.queue.entry-burst", defaultValue = "10") int burst) {
        this.ofPlace = new AddressLimit("entry", rate, burst);
    }

    /** Counts one who asks; empty when the line may be asked. */
    Optional<Problem> refusal(QueueToken place) {
        var wait = ofPlace.retryAfterMillis((long) place.dateId() << TICKET_BITS ^ place.ticket());
        return wait == 0
                ? Optional.empty()
                : Optional.of(ofPlace.refusal(wait)
                        .detail("This place asks too often to come in. Ask again when Retry-After says.")
                        .exception());
    }
}
