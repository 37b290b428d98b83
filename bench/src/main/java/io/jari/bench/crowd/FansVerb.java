package io.jari.bench.crowd;

import io.jari.bench.api.Answer;
import io.jari.bench.api.Api;
import io.jari.bench.api.Venue;
import io.jari.bench.cli.Options;
import io.jari.bench.wire.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.IntToLongFunction;

/**
 * The verb {@code fans}: made-up people to compete against in a demo. They come over three minutes until the queue opens, the more
 * the nearer it is. Gentle, quiet, and gone when the server is.
 */
public final class FansVerb {
    private static final Set<String> OPTIONS =
            Set.of("url", "concert", "date", "tokens", "people", "connections", "seed", "dawdle", "pay");
    private static final Duration COME_OVER = Duration.ofMinutes(3);
    /** Where it is open already, everybody comes over so long. */
    private static final Duration COME_LATE = Duration.ofSeconds(5);

    private static final Duration WAIT_FOR_SERVER = Duration.ofMinutes(10);
    private static final Duration TRY_EVERY = Duration.ofSeconds(1);
    private static final int MOST_PEOPLE = 20_000;
    private static final int TICK_MILLIS = 20;
    private static final int GONE_AFTER_SECONDS = 5;
    private static final int LIMIT_SECONDS = 4 * 3_600;
    /** The opening may be brought forward; so many seconds lie between two looks. */
    private static final int LOOK_EVERY = 3;

    private final Options options;
    private final PrintStream out;

    public FansVerb(List<String> words, PrintStream out) {
        this.options = Options.parse(words, OPTIONS);
        this.out = out;
    }

    /** 0, whatever became of them; 1 where the server never came. */
    public int run() throws IOException, InterruptedException {
        var sessions = Tokens.read(options);
        var url = options.url("url");
        var api = Api.at(url);
        var concert = options.text("concert", "1");
        var date = options.text("date", "1");
        if (!awaited(api, Venue.path(concert, date))) {
            out.println("fans: there is no server, or no such date, at " + url);
            return 1;
        }
        var setting = Setting.of(api, concert, date);
        var people = Math.min(sessions.size(), options.number("people", MOST_PEOPLE, 1, MOST_PEOPLE));
        var cast = new Cast(
                options.number("seed", 1, 0, Integer.MAX_VALUE), people, 0, options.decimal("dawdle", 12, 0, 600));
        var play = new Crowd.Play(
                List.of(url),
                options.number("connections", 4, 1, 64),
                TICK_MILLIS,
                false,
                PayBy.of(options, PayBy.CARD_OR_WALLET),
                GONE_AFTER_SECONDS,
                LIMIT_SECONDS);
        try (var crowd = new Crowd(play, cast, sessions, setting, System.currentTimeMillis())) {
            var opening = new Opening(api, setting, crowd, cast);
            var over = crowd.play(opening.arrivals(opening.asked()), opening::look);
            out.println(line(new QueueResult(over, crowd)));
        }
        return 0;
    }

    private static boolean awaited(Api api, String path) throws InterruptedException {
        var until = Instant.now().plus(WAIT_FOR_SERVER);
        while (Instant.now().isBefore(until)) {
            if (api.get(path).ok()) {
                return true;
            }
            Thread.sleep(TRY_EVERY);
        }
        return false;
    }

    private static String line(QueueResult result) {
        return "%,d fans: %,d bought, %,d were told that it is sold out, %,d left, %,d gave up%s"
                .formatted(
                        result.people,
                        result.count(End.BOUGHT) + result.count(End.HELD),
                        result.count(End.SOLD_OUT),
                        result.count(End.LEFT),
                        result.count(End.GAVE_UP),
                        result.over == Crowd.Over.SERVER_GONE ? "; the server is gone" : "");
    }

    /** When the queue opens, as last heard, and when fans come therefore. */
    private static final class Opening {
        private final Api api;
        private final Setting setting;
        private final Crowd crowd;
        private final Cast cast;
        private volatile Instant known = Instant.EPOCH;
        private int looks;

        private Opening(Api api, Setting setting, Crowd crowd, Cast cast) {
            this.api = api;
            this.setting = setting;
            this.crowd = crowd;
            this.cast = cast;
        }

        /** Without a queue it is open. */
        Instant asked() {
            known = opensAt(api.get(setting.path() + "/queue"));
            return known;
        }

        private static Instant opensAt(Answer answer) {
            var text = answer.text("opensAt");
            return text.isEmpty() ? Instant.now() : Instant.parse(text);
        }

        IntToLongFunction arrivals(Instant opensAt) {
            var now = crowd.now();
            var left = Duration.between(Instant.now(), opensAt);
            if (left.isNegative() || left.isZero()) {
                return person -> now + (long) (cast.arrival(person) * COME_LATE.toNanos());
            }
            var first = Math.max(0, left.minus(COME_OVER).toNanos());
            return person -> now + first + (long) (Math.sqrt(cast.arrival(person)) * (left.toNanos() - first));
        }

        /** Once a second, on the people's thread, which must not wait for an answer. */
        void look(Story.Moment moment) {
            if (++looks % LOOK_EVERY == 0 && Instant.now().isBefore(known)) {
                Thread.ofVirtual().start(this::lookAgain);
            }
        }

        private void lookAgain() {
            var answer = api.get(setting.path() + "/queue");
            if (answer.ok() && !opensAt(answer).equals(known)) {
                known = opensAt(answer);
                crowd.comeInstead(arrivals(known));
            }
        }
    }
}
