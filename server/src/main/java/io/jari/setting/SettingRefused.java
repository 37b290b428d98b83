package io.jari.setting;

import io.jari.db.StartRefused;

/** A start that is refused for what was set: who started it must say something else. */
public final class SettingRefused extends StartRefused {
    private static final long serialVersionUID = 1;

    public SettingRefused(String message) {
        super(message);
    }
}
