package io.jari.bench.crowd;

import static io.jari.bench.crowd.QueueResult.tenths;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** The result as a line of JSON. What broke a promise has no speed. */
final class QueueLine {
    private final QueueResult result;
    private final ObjectNode line = new ObjectMapper().createObjectNode();

    QueueLine(QueueResult result) {
        this.result = result;
    }

    /** @param cpuSeconds of processes, by name */
    ObjectNode json(String label, Map<String, Double> cpuSeconds) {
        line.put("label", label)
                .put("people", result.people)
                .put("over", result.over.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("sound", result.sound())
                .put("everybodyServed", result.everybodyServed())
                .put("places", result.places())
                .put("admitted", result.story.everAdmitted())
                .put("forfeitedThoughThere", result.story.everForfeited())
                .put("seatsBought", result.seatsBought.size());
        var ends = line.putObject("ends");
        result.ends.forEach((end, count) -> ends.put(end.wire(), count));
        var broken = line.putObject("broken");
        result.broken.forEach(broken::put);
        var strange = line.putObject("strange");
        result.strange.forEach(strange::put);
        var statuses = line.putObject("byStatus");
        result.story.statuses().forEach((what, counts) -> {
            var node = statuses.putObject(name(what));
            counts.forEach(node::put);
        });
        if (result.sound()) {
            speed(cpuSeconds);
        }
        return line;
    }

    private void speed(Map<String, Double> cpuSeconds) {
        var joining = result.joinSeconds();
        line.put("seconds", tenths(result.seconds()))
                .put("joinSeconds", Math.round(joining * 1_000) / 1e3)
                .put("joinsPerSecond", joining == 0 ? 0 : Math.round(result.places() / joining))
                .put("longestWaitSeconds", tenths(result.longestWait()))
                .put("asks", result.story.asks())
                .put("asksPerSecond", tenths(result.story.asks() / Math.max(1e-3, result.seconds())))
                .put("mostAsksInASecond", result.mostAsksInASecond());
        var millis = line.putObject("millis");
        result.story.micros().forEach((what, micros) -> {
            var node = millis.putObject(name(what));
            QueueResult.millis(micros).forEach(node::put);
        });
        var cpu = line.putObject("cpuSeconds");
        cpuSeconds.forEach((name, seconds) -> cpu.put(name, tenths(seconds)));
    }

    private static String name(What what) {
        return switch (what) {
            case JOIN -> "join";
            case JOIN_TWICE -> "secondClick";
            case ASK -> "status";
            case ENTER -> "entry";
            case RENEW -> "renewal";
            case LOOK -> "seats";
            case HOLD -> "hold";
            case PAY -> "walletPayment";
            case PAY_BY_CARD -> "cardPayment";
            case CARD -> "cardForm";
            case ARRIVED -> "paymentStatus";
            case LEAVE -> "leave";
        };
    }
}
