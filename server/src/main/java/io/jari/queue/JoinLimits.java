package io.jari.queue;

import io.jari.core.queue.Joiner;
import io.jari.http.AddressLimit;
import io.jari.http.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often one may ask for a place: an address, behind which a household, a school or a carrier's town may be, and a device. */
@Singleton
public final class JoinLimits {
    private final AddressLimit ofAddress;
    private final AddressLimit ofDevice;

    /** Rates are a second's; a rate of 0 takes the limit away. */
    public JoinLimits(
            @ConfigProperty(name = "jari.queue.join-rate", defaultValue = "50") double rate,
            @ConfigProperty(name = "jari.queue.join-burst", defaultValue = "2000") int burst,
            @ConfigProperty(name = "jari.queue.device-rate", defaultValue = "1") double deviceRate,
            @ConfigProperty(name = "jari.queue.device-burst", defaultValue = "5") int deviceBurst) {
        this.ofAddress = new AddressLimit("join", rate, burst);
        this.ofDevice = new AddressLimit("device", deviceRate, deviceBurst);
    }

    /**
     * Counts one who asks for a place.
     *
     * @param address of {@link io.jari.http.ClientAddress}
     * @return empty when it may be had, else so long until one may ask again
     */
    public OptionalLong retryAfterMillis(long address, Joiner joiner) {
        return count(address, joiner, (_, millis) -> OptionalLong.of(millis), OptionalLong.empty());
    }

    /** Counts one who asks for a place, and says why there is none just now; empty when it may be had. */
    public Optional<Problem.Draft> refusal(long address, Joiner joiner) {
        return count(address, joiner, (limit, millis) -> Optional.of(limit.refusal(millis)), Optional.empty());
    }

    private <T> T count(long address, Joiner joiner, BiFunction<AddressLimit, Long, T> refused, T passed) {
        var device = ofDevice.retryAfterMillis(joiner.high() ^ joiner.low());
        if (device > 0) {
            return refused.apply(ofDevice, device);
        }
        var house = ofAddress.retryAfterMillis(address);
        return house > 0 ? refused.apply(ofAddress, house) : passed;
    }
}
