package io.jari.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long sessions live, and what staff have to show to begin one. */
@Singleton
final class SessionRules {
    static final Duration MOST_LIFE = Duration.ofDays(366);
    /** Last use is known to the minute at best. */
    static final Duration LEAST_IDLE = Duration.ofMinutes(5);

    private static final Duration GUEST_LIFE = Duration.ofDays(30);
    private final Limits guest;
    private final Limits staff;
    private final boolean factorRequired;

    /**
     * @param idle a session ends when it is not used for so long
     * @param life and after so long in any case
     */
    record Limits(Duration idle, Duration life) {}

    @Inject
    SessionRules(
            @ConfigProperty(name = "jari.mode") String mode,
            @ConfigProperty(name = "jari.sessions.guest-idle") Optional<Duration> guestIdle,
            @ConfigProperty(name = "jari.sessions.guest-life") Optional<Duration> guestLife,
            @ConfigProperty(name = "jari.sessions.staff-idle") Optional<Duration> staffIdle,
            @ConfigProperty(name = "jari.sessions.staff-life") Optional<Duration> staffLife,
            @ConfigProperty(name = "jari.staff.second-factor") Optional<String> secondFactor) {
        // A demo's clock is moved, and weeks pass in a second.
        var demo = mode.equals("demo");
        this.guest = limits(
                "guest", guestIdle.orElse(demo ? GUEST_LIFE : Duration.ofDays(14)), guestLife.orElse(GUEST_LIFE));
        this.staff = limits(
                "staff",
                staffIdle.orElse(demo ? GUEST_LIFE : Duration.ofMinutes(30)),
                staffLife.orElse(demo ? GUEST_LIFE : Duration.ofHours(12)));
        this.factorRequired = required(secondFactor.orElse(demo ? "optional" : "required"));
    }

    Limits limits(boolean ofStaff) {
        return ofStaff ? staff : guest;
    }

    /** Whether staff without a second factor may do nothing but enrol one. */
    boolean factorRequired() {
        return factorRequired;
    }

    private static Limits limits(String whose, Duration idle, Duration life) {
        if (idle.compareTo(LEAST_IDLE) < 0 || life.compareTo(LEAST_IDLE) < 0 || life.compareTo(MOST_LIFE) > 0) {
            throw new IllegalArgumentException(
                    "jari.sessions.%s-idle and -life are at least %d minutes and at most %d days"
                            .formatted(whose, LEAST_IDLE.toMinutes(), MOST_LIFE.toDays()));
        }
        return new Limits(idle.compareTo(life) < 0 ? idle : life, life);
    }

    private static boolean required(String text) {
        return switch (text) {
            case "required" -> true;
            case "optional" -> false;
            default -> throw new IllegalArgumentException("jari.staff.second-factor is required or optional: " + text);
        };
    }
}
