package io.jari.page;

import io.jari.account.Caller;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the frame around what a visitor sees. */
@Singleton
public class Frames {
    private final boolean demo;
    private final Assets assets;

    Frames(@ConfigProperty(name = "jari.mode", defaultValue = "production") String mode, Assets assets) {
        this.assets = assets;
        this.demo = mode.equals("demo");
    }

    private static boolean mayMore(Caller caller) {
        return !caller.rights().grants().isEmpty();
    }

    public Frame of(Visit visit, String title) {
        return new Frame(
                visit.texts(),
                title,
                visit.caller().map(Caller::name).orElse(null),
                visit.here(),
                demo,
                assets.folder(),
                visit.caller().filter(Frames::mayMore).isPresent());
    }
}
