package io.jari.bench.crowd;

import io.jari.bench.api.OwnServer.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an on-sale came to: as its people saw it, as the database has it, and as {@code verify} judges it.
 *
 * @param opensAtSecond since the beginning of what moments count from
 * @param secondsToJoined from the opening, until all who came by the end of its first second had a place
 * @param cpuSeconds of each process while it went on
 * @param residentMegabytes of the server, at most
 */
record RushResult(
        QueueResult people,
        Hall hall,
        Takings takings,
        Said verified,
        double opensAtSecond,
        double secondsToJoined,
        Map<String, Double> cpuSeconds,
        long residentMegabytes) {

    /** What is wrong, in words; nothing where every promise was kept. */
    List<String> wrong() {
        var wrong = new ArrayList<String>();
        people.broken.forEach((what, times) -> {
            if (times > 0) {
                wrong.add(what + ": " + times);
            }
        });
        if (!people.everybodyServed()) {
            wrong.add("not everybody was served or told");
        }
        if (!soldOut()) {
            wrong.add(
                    "sold %d of %d seats".formatted(takings.sold(), hall.seats().size()));
        }
        if (takings.owners() > 1) {
            wrong.add("a seat has " + takings.owners() + " owners");
        }
        if (!takings.even()) {
            wrong.add("money taken and kept is not what the seats cost");
        }
        if (takings.open() > 0) {
            wrong.add(takings.open() + " payments or refunds did not come to an end");
        }
        if (people.seatsBought.size() > takings.sold()) {
            wrong.add("more people were told that they bought than did");
        }
        if (verified.exitCode() != 0) {
            wrong.add("verify found something");
        }
        return wrong;
    }

    boolean soldOut() {
        return takings.sold() == hall.seats().size();
    }

    /** Seconds from the opening to when the last of those who bought was told so. */
    double secondsToSoldOut() {
        var last =
                people.seatsBought.values().stream().mapToLong(at -> at).max().orElse(0);
        return Math.max(0, last / 1e9 - opensAtSecond);
    }

    String summary() {
        var wrong = wrong();
        if (!wrong.isEmpty()) {
            return "Promises were broken, so there is no speed to tell: " + String.join("; ", wrong) + ".";
        }
        return String.format(
                Locale.ROOT,
                "%,d people, %,d seats: sold out %.0f s after the opening, no seat sold twice, order kept, every captured"
                        + " payment a ticket or given back.",
                people.people,
                hall.seats().size(),
                secondsToSoldOut());
    }
}
