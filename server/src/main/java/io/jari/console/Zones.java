package io.jari.console;

import java.time.ZoneId;
import java.util.List;

/** Where a hotel or a hall may be: the time zones that are called by a place. */
public final class Zones {
    private Zones() {}

    /** By their names in the IANA database, in order. */
    public static List<String> all() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("System"))
                .sorted()
                .toList();
    }
}
