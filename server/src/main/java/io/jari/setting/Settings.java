package io.jari.setting;

import io.jari.limit.KnownLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that can be set. A test sees to it that no key of the code is missing here, and that the reference in docs says the same. */
public final class Settings {
    private static final Form ON_OFF = new Form.OneOf(List.of("on", "off"));
    private static final Form YES_NO = new Form.OneOf(List.of("true", "false"));
    private static final Form FILE = new Form.Words("file");
    private static final Form TEXT = new Form.Words("text");
    private static final Form STRATEGY =
            new Form.OneOf(List.of("group-commit", "pessimistic", "optimistic", "constraint", "distributed-lock"));
    private static final long MOST = Long.MAX_VALUE;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY = 86_400;
    private static final String GUARDS =
            "off only in tests that must see what the guards prevent; refused in production";
    private static final String WRITERS = "threads that run transactions; more than cores do not help";
    private static final String BATCH = "most requests in one transaction";
    private static final String DEADLINE = "milliseconds after which what was not decided is answered 503";
    private static final String STUDY = "group-commit, or for study one of the textbook's";

    private static final List<Setting> ALL = all();

    private Settings() {}

    public static List<Setting> known() {
        return ALL;
    }

    /**
     * Looks at all that is set before anything is started with it.
     *
     * @param value of a key, or null where it is not set
     * @throws SettingRefused which names the key
     */
    public static void check(Function<Setting, @Nullable String> value) {
        for (var setting : ALL) {
            @Nullable String given = value.apply(setting);
            if (given != null) {
                setting.flaw(given).ifPresent(flaw -> {
                    throw new SettingRefused(flaw);
                });
            }
        }
    }

    /** The same of the environment and of what Java was started with, which wins. */
    public static void check(Map<String, String> environment) {
        check(setting -> System.getProperty(setting.key(), environment.get(setting.variable())));
    }

    private static Setting whole(String key, @Nullable Long usual, long least, long most, String meaning) {
        return new Setting(key, new Form.Whole(least, most), usual == null ? "" : Long.toString(usual), meaning);
    }

    private static Setting number(String key, String usual, String meaning) {
        return new Setting(key, new Form.Decimal(BigDecimal.ZERO, new BigDecimal(1_000_000)), usual, meaning);
    }

    private static Setting word(String key, Form form, String usual, String meaning) {
        return new Setting(key, form, usual, meaning);
    }

    private static List<Setting> all() {
        var all = new ArrayList<Setting>();
        all.addAll(listeners());
        all.addAll(selling());
        all.addAll(queue());
        all.addAll(payment());
        all.addAll(memory());
        all.addAll(PeopleSettings.all());
        for (var limit : KnownLimits.all()) {
            all.add(
                    limit.rate()
                            ? number(limit.key(), limit.usual(), limit.meaning())
                            : whole(limit.key(), Long.valueOf(limit.usual()), 1, Integer.MAX_VALUE, limit.meaning()));
        }
        return List.copyOf(all);
    }

    private static List<Setting> listeners() {
        return List.of(
                word("jari.internal.host", TEXT, "127.0.0.1", "where staff's listener is reached"),
                whole("jari.internal.port", 9090L, 1, 65_535, "its port; a demo takes the next free one"),
                whole("jari.internal.connections", 1_000L, 1, 1_000_000, "connections that it has at once"),
                word(
                        "jari.internal.tls.cert",
                        FILE,
                        "",
                        "PEM file of staff's certificate and of those that vouch for it"),
                word("jari.internal.tls.key", FILE, "", "PEM file of its key"),
                whole(
                        "jari.http.connections",
                        20_000L,
                        1,
                        1_000_000,
                        "connections that guests' listener has at once; idle ones end for new ones"),
                whole(
                        "jari.http.requests",
                        1024L,
                        1,
                        1_000_000,
                        "requests of guests under way at once; whoever comes beyond that is told 503 at once"),
                whole(
                        "jari.http.idle-seconds",
                        60L,
                        1,
                        DAY,
                        "seconds after which a connection ends over which nothing goes"),
                whole(
                        "jari.http.head-seconds",
                        60L,
                        1,
                        DAY,
                        "seconds in which a request must begin and its headers arrive"),
                whole(
                        "jari.http.body-seconds",
                        30L,
                        1,
                        DAY,
                        "seconds in which a body must arrive; a large one has more, at 10 kB a second"),
                word(
                        "jari.tls.cert",
                        FILE,
                        "",
                        "PEM file of guests' certificate and of those that vouch for it: they are served by TLS alone"),
                word("jari.tls.key", FILE, "", "PEM file of its key"),
                whole("jari.tls.redirect-port", null, 1, 65_535, "port at which plain requests are sent to TLS"),
                whole("jari.tls.reload-seconds", 60L, 1, DAY, "seconds between two looks at the certificates' files"),
                word(
                        "jari.proxies.trusted",
                        TEXT,
                        "",
                        "addresses and blocks of proxies whose X-Forwarded headers are believed, with commas"),
                word(
                        "jari.cookies.secure",
                        YES_NO,
                        "",
                        "whether cookies go by https alone; true in production, false in a demo"),
                word(
                        "jari.limits.on",
                        YES_NO,
                        "",
                        "whether the limits below hold that are not set; true in production, false in a demo"),
                word(
                        "jari.log",
                        new Form.OneOf(List.of("json", "text")),
                        "",
                        "form of the log; json in production, text in a demo"));
    }

    private static List<Setting> selling() {
        return List.of(
                word("jari.booking.strategy", STRATEGY, "group-commit", "how rooms are sold: " + STUDY),
                whole("jari.booking.deadline-millis", 5_000L, 1, HOUR_MILLIS, DEADLINE),
                whole("jari.booking.writers", 2L, 1, 1_000, WRITERS),
                whole(
                        "jari.booking.hotels-per-commit",
                        16L,
                        1,
                        10_000,
                        "most hotels in one transaction; 1 where hotels live on different shards"),
                whole("jari.booking.batch", 512L, 1, 100_000, BATCH),
                whole("jari.booking.connections", 16L, 1, 1_000, "transactions at once, of the textbook's strategies"),
                whole("jari.booking.quote-minutes", 15L, 1, 1_440, "minutes that a quoted price is good for"),
                word("jari.booking.guards", ON_OFF, "on", GUARDS),
                word("jari.seat.strategy", STRATEGY, "group-commit", "how seats are sold: " + STUDY),
                whole("jari.seat.deadline-millis", 5_000L, 1, HOUR_MILLIS, DEADLINE),
                whole("jari.seat.writers", 2L, 1, 1_000, WRITERS),
                whole(
                        "jari.seat.dates-per-commit",
                        16L,
                        1,
                        10_000,
                        "most dates in one transaction; 1 where dates live on different shards"),
                whole("jari.seat.batch", 512L, 1, 100_000, BATCH),
                whole("jari.seat.connections", 16L, 1, 1_000, "transactions at once, of the textbook's strategies"),
                word("jari.seat.guards", ON_OFF, "on", GUARDS),
                word(
                        "jari.locks.type",
                        TEXT,
                        "",
                        "for study: the class from which the strategy distributed-lock has its locks, a Function from String to Lock"),
                word("jari.locks.classpath", TEXT, "", "folders and jars in which that class lies"),
                word(
                        "jari.wallet.strategy",
                        new Form.OneOf(List.of("group-commit", "lock")),
                        "group-commit",
                        "how money moves: group-commit, or for study a lock for each transfer"),
                whole(
                        "jari.wallet.deadline-millis",
                        5_000L,
                        1,
                        HOUR_MILLIS,
                        "milliseconds after which a transfer that was not decided is given up"),
                whole("jari.wallet.writers", 2L, 1, 1_000, WRITERS),
                whole(
                        "jari.wallet.accounts-per-commit",
                        128L,
                        1,
                        10_000,
                        "most accounts in one transaction; 1 where accounts live on different shards"),
                whole("jari.wallet.batch", 512L, 1, 100_000, "most transfers in one transaction"),
                whole("jari.wallet.connections", 4L, 1, 1_000, "transactions at once, of the strategy lock"),
                word("jari.wallet.guards", ON_OFF, "on", GUARDS));
    }

    private static List<Setting> queue() {
        return List.of(
                number("jari.queue.join-rate", "50", "places a second that one address may ask for; 0: any"),
                whole("jari.queue.join-burst", 2_000L, 1, Integer.MAX_VALUE, "the same, at once"),
                number("jari.queue.device-rate", "1", "places a second that one device may ask for; 0: any"),
                whole("jari.queue.device-burst", 5L, 1, Integer.MAX_VALUE, "the same, at once"),
                number(
                        "jari.queue.status-rate",
                        "500",
                        "times a second that one address may ask how places stand; 0: any"),
                whole("jari.queue.status-burst", 2_000L, 1, Integer.MAX_VALUE, "the same, at once"),
                number("jari.queue.entry-rate", "1", "times a second that one place may ask to come in; 0: any"),
                whole("jari.queue.entry-burst", 10L, 1, Integer.MAX_VALUE, "the same, at once"),
                number(
                        "jari.queue.leaves-rate",
                        "0.2",
                        "times a second that one address may load a draw's list; 0: any"),
                whole("jari.queue.leaves-burst", 20L, 1, Integer.MAX_VALUE, "the same, at once"),
                word("jari.queue.guards", ON_OFF, "on", GUARDS));
    }

    private static List<Setting> payment() {
        return List.of(
                word(
                        "jari.payment.providers-file",
                        FILE,
                        "",
                        "JSON file of the providers; without one only the wallet pays"),
                word(
                        "jari.payment.public-url",
                        TEXT,
                        "",
                        "where guests and providers reach this server, such as https://jari.example"),
                whole(
                        "jari.payment.call-millis",
                        5_000L,
                        1,
                        HOUR_MILLIS,
                        "milliseconds that one call of a provider may take"),
                whole(
                        "jari.payment.lease-millis",
                        20_000L,
                        1,
                        HOUR_MILLIS,
                        "milliseconds after which another process sees to what one began"),
                whole(
                        "jari.payment.longest-pause-millis",
                        60_000L,
                        1,
                        HOUR_MILLIS,
                        "milliseconds, at most, between two tries of a call that failed"),
                whole(
                        "jari.payment.reconcile-seconds",
                        300L,
                        0,
                        DAY,
                        "seconds between two comparisons with a provider's log; 0: only when asked for"),
                word("jari.payment.guards-off", TEXT, "none", "guards that are off, for tests; refused in production"));
    }

    private static List<Setting> memory() {
        return List.of(
                whole("jari.board.bytes", 100_000_000L, 0, MOST, "memory for seat boards"),
                whole("jari.board.listeners", 5_000L, 0, 1_000_000, "who may follow seats live, in all"),
                whole("jari.board.listeners-of-date", 2_000L, 0, 1_000_000, "the same, of one date"),
                whole("jari.availability.bytes", 100_000_000L, 0, MOST, "memory for what is free"),
                whole("jari.answers.bytes", 16_000_000L, 0, MOST, "memory for answers and pages told to many"),
                whole("jari.queue.bytes", 40_000_000L, 0, MOST, "memory for lines"),
                whole("jari.sessions.cached", 250_000L, 0, MOST, "sessions known without asking the database"),
                whole(
                        "jari.sessions.follow-millis",
                        250L,
                        1,
                        HOUR_MILLIS,
                        "milliseconds between two looks at which sessions have ended"),
                whole("jari.passwords.queue", 32L, 1, 100_000, "who may wait for a password to be compared"),
                whole(
                        "jari.demo.opens-seconds",
                        null,
                        1,
                        DAY,
                        "seconds from a demo's first start until its on-sale opens"));
    }
}
