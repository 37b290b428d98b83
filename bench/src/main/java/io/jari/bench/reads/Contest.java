package io.jari.bench.reads;

import io.jari.bench.load.People;
import io.jari.bench.wire.ProcessCpu;
import io.jari.bench.wire.Wire;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Jari and nginx asked the same in turns, so that what else the machine does falls on both. */
final class Contest {
    private static final int PATIENCE_SECONDS = 60;

    private final Effort effort;
    private final Side jari;
    private final @Nullable Side nginx;
    private final Consumer<String> live;

    /**
     * How long it is asked.
     *
     * @param seconds of each turn
     */
    record Effort(int connections, double warmup, double seconds, int turns) {}

    /** A server, and the name and id of the process whose CPU time is counted. */
    record Side(String name, URI url, String pid) {
        private double cpuSeconds() {
            return ProcessCpu.parse(name + ":" + pid).seconds().getOrDefault(name, 0.0);
        }
    }

    /** What came of a question, turn by turn; of nginx nothing where there is none. */
    record Outcome(Question question, List<Turn> jari, List<Turn> nginx) {
        Turn jariInAll() {
            return Turn.sum(jari);
        }

        Optional<Turn> nginxInAll() {
            return nginx.isEmpty() ? Optional.empty() : Optional.of(Turn.sum(nginx));
        }
    }

    Contest(Effort effort, Side jari, @Nullable Side nginx, Consumer<String> live) {
        this.effort = effort;
        this.jari = jari;
        this.nginx = nginx;
        this.live = live;
    }

    /** Asks Jari everything for a while, so that the first question finds a server as warm as the last. */
    void warm(List<Question> questions) throws InterruptedException {
        for (var question : questions) {
            live.accept(question.name() + ": all are asked once, to warm up");
            ask(jari, requests(jari, question.path(), question.headers()), effort.warmup());
        }
    }

    /** @param number of the question, by which nginx knows it */
    Outcome hold(Question question, int number) throws IOException, InterruptedException {
        var ofJari = requests(jari, question.path(), question.headers());
        var ofNginx = nginx == null ? List.<Buffer>of() : nginxRequests(nginx, question, number);
        live.accept(question.name() + ": warming up");
        ask(jari, ofJari, effort.warmup());
        if (nginx != null) {
            ask(nginx, ofNginx, effort.warmup());
        }
        var outcome = new Outcome(question, new ArrayList<>(), new ArrayList<>());
        for (var turn = 1; turn <= effort.turns(); turn++) {
            outcome.jari.add(told(question, turn, jari, ask(jari, ofJari, effort.seconds())));
            if (nginx != null) {
                outcome.nginx.add(told(question, turn, nginx, ask(nginx, ofNginx, effort.seconds())));
            }
        }
        return outcome;
    }

    private Turn told(Question question, int turn, Side side, Turn result) {
        live.accept("%s, turn %d of %d, %s: %,.0f/s"
                .formatted(question.name(), turn, effort.turns(), side.name, result.perSecond()));
        return result;
    }

    private Turn ask(Side side, List<Buffer> requests, double seconds) throws InterruptedException {
        try (var people = new People(List.of(side.url), effort.connections())) {
            var before = side.cpuSeconds();
            var asking = new Asking(requests, seconds);
            people.play(asking, (int) seconds + PATIENCE_SECONDS);
            return asking.turn(side.cpuSeconds() - before);
        }
    }

    private static List<Buffer> requests(Side side, String path, List<String[]> headers) {
        return headers.stream()
                .map(one -> Wire.request("GET " + path, side.url.getAuthority(), lines(one), ""))
                .toList();
    }

    /** With the same headers, but for the tag by which nginx knows its file. */
    private static List<Buffer> nginxRequests(Side nginx, Question question, int number)
            throws IOException, InterruptedException {
        return requests(nginx, Nginx.path(number), nginxHeaders(nginx.url, question, number));
    }

    static List<String[]> nginxHeaders(URI nginx, Question question, int number)
            throws IOException, InterruptedException {
        if (!question.isOfTheKnown()) {
            return question.headers();
        }
        var tag = Probe.of(nginx).look(Nginx.path(number)).etag();
        return List.<String[]>of(new String[] {"Accept", question.type(), "If-None-Match", tag});
    }

    private static String lines(String[] headers) {
        var lines = new StringBuilder();
        for (var i = 0; i + 1 < headers.length; i += 2) {
            lines.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        return lines.toString();
    }
}
