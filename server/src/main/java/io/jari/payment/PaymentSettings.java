package io.jari.payment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How payments are made. */
@ConfigMapping(prefix = "jari.payment")
public interface PaymentSettings {

    /** A JSON file of the providers; without one only the wallet pays. */
    Optional<String> providersFile();

    /** Where guests and providers reach this server, such as https://jari.example; in a demo its own address. */
    Optional<String> publicUrl();

    /** Milliseconds that one call of a provider may take. */
    @WithDefault("5000")
    int callMillis();

    /** Milliseconds after which another process sees to what one began. */
    @WithDefault("20000")
    int leaseMillis();

    /** Milliseconds, at most, between one try of a call that failed and the next, however often it failed. */
    @WithDefault("60000")
    int longestPauseMillis();

    /** Which guards are off, by name; for tests that must see what they prevent. A production start refuses any. */
    @WithDefault("none")
    String guardsOff();
}
