package io.jari.page;

import java.util.List;

/** Browsers by the names that people have for them. */
public final class Devices {
    private static final int MOST_LETTERS = 60;

    /** The first that it names itself is the one: most call themselves by others' names as well. */
    private static final List<String> BROWSERS =
            List.of("Edg", "OPR", "SamsungBrowser", "Whale", "Firefox", "Chrome", "Safari", "curl");

    private static final List<String> SYSTEMS =
            List.of("iPhone", "iPad", "Android", "Windows", "Mac OS X", "CrOS", "Linux");

    private Devices() {}

    public static String name(String device) {
        var browser = first(BROWSERS, device);
        var system = first(SYSTEMS, device);
        var said = browser + (browser.isEmpty() || system.isEmpty() ? "" : ", ") + system;
        if (!said.isEmpty()) {
            return said.replace("Edg", "Edge").replace("OPR", "Opera").replace("Mac OS X", "Mac");
        }
        return device.length() <= MOST_LETTERS ? device : device.substring(0, MOST_LETTERS) + "…";
    }

    private static String first(List<String> names, String device) {
        return names.stream().filter(device::contains).findFirst().orElse("");
    }
}
