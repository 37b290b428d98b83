package io.jari.bench.crowd;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.jari.bench.wire.ResponseReader;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** All the people, on one event loop: whoever is due sends, whoever is answered thinks of what to do next. */
final class Crowd implements Part, AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int CARD_CONNECTIONS = 8;
    /** Without Retry-After, one who was not answered comes back after a second or two. */
    private static final int COME_BACK_SECONDS = 1;

    /** How a crowd is played. */
    record Play(
            List<URI> urls,
            int connections,
            long tickMillis,
            boolean onlyJoin,
            PayBy payBy,
            double deafSeconds,
            double limitSeconds) {}

    /** Why it is over. */
    enum Over {
        EVERYBODY_ENDED,
        SERVER_GONE,
        TIME_LIMIT
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final NetClient net =
            vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(CONNECT_MILLIS));
    private final CompletableFuture<Over> over = new CompletableFuture<>();
    private final long begun = System.nanoTime();
    private final Play play;
    private final Cast cast;
    private final Places places;
    private final Findings findings;
    private final Story story = new Story();
    private final Requests requests;
    private final Inside inside;
    private final InLine inLine;
    private final Lines lines;
    private final Map<String, Lines> cardLines = new HashMap<>();

    Crowd(Play play, Cast cast, List<String> sessions, Setting setting, long run) {
        this.play = play;
        this.cast = cast;
        this.places = new Places(cast.people());
        this.findings = new Findings(cast.people());
        this.requests = new Requests(cast, places, sessions, setting, run);
        var agenda = new Agenda(cast.people());
        this.inside = new Inside(cast, places, agenda, setting, findings, play.payBy(), this::payByCard);
        this.inLine = new InLine(cast, places, agenda, findings, story, inside, play.onlyJoin());
        this.lines = new Lines(vertx, net, begun, agenda, new Agenda(cast.people()), this, over::completeExceptionally);
    }

    Places places() {
        return places;
    }

    Findings findings() {
        return findings;
    }

    Story story() {
        return story;
    }

    /**
     * Plays to the end, however it comes.
     *
     * @param comes when each comes, in nanoseconds since the beginning
     * @param watcher is told once a second, on the thread of the people
     */
    Over play(IntToLongFunction comes, Consumer<Story.Moment> watcher) throws InterruptedException {
        vertx.runOnContext(nothing -> {
            come(comes);
            lines.open(play.urls(), play.connections());
            vertx.setPeriodic(play.tickMillis(), timer -> guarded(this::pump));
            vertx.setPeriodic(1_000, timer -> guarded(() -> lookAround(watcher)));
        });
        try {
            return over.get((long) (play.limitSeconds() * 1_000), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Over.TIME_LIMIT;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The people could not go on: " + e.getCause(), e);
        } finally {
            end(watcher);
        }
    }

    /** From any thread: those who have not come yet come then instead. */
    void comeInstead(IntToLongFunction comes) {
        vertx.runOnContext(nothing -> come(comes));
    }

    long now() {
        return lines.now();
    }

    private void come(IntToLongFunction comes) {
        for (var person = 0; person < cast.people(); person++) {
            if (!places.came(person)) {
                lines.coming().put(person, comes.applyAsLong(person));
            }
        }
    }

    /** On the people's thread, so that whatever is read afterwards stands still. */
    private void end(Consumer<Story.Moment> watcher) {
        var closed = new CompletableFuture<Void>();
        vertx.runOnContext(nothing -> {
            lines.close();
            cardLines.values().forEach(Lines::close);
            var last = moment();
            story.add(last);
            watcher.accept(last);
            for (var person = 0; person < cast.people(); person++) {
                places.end(person, inside.has(person) ? End.INSIDE : End.NEVER_SERVED);
            }
            closed.complete(null);
        });
        closed.join();
    }

    private void pump() {
        lines.pump();
        cardLines.values().forEach(Lines::pump);
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            over.completeExceptionally(e);
        }
    }

    private void lookAround(Consumer<Story.Moment> watcher) {
        lines.tidy();
        cardLines.values().forEach(Lines::tidy);
        var moment = moment();
        story.add(moment);
        watcher.accept(moment);
        if (lines.deafFor() > play.deafSeconds() * 1e9) {
            over.complete(Over.SERVER_GONE);
        }
    }

    private Story.Moment moment() {
        var bought = places.ends(End.BOUGHT) + places.ends(End.HELD);
        var soldOut = places.ends(End.SOLD_OUT);
        var waiting = Math.max(0, places.present() - inside.people());
        return new Story.Moment(
                now() / 1e9,
                places.seen(),
                waiting,
                story.everAdmitted(),
                inside.people(),
                bought,
                soldOut,
                story.asks(),
                story.answers(),
                story.sentAway());
    }

    @Override
    public @Nullable What next(int person, long now) {
        if (places.ended(person)) {
            return null;
        }
        if (inside.has(person)) {
            return checked(inside.next(person, now));
        }
        if (!inLine.wants(person, now)) {
            return checked(null);
        }
        if (!places.came(person) && cast.clicksTwice(person)) {
            lines.clickTwice(person);
        }
        places.comes(person);
        return places.next(person);
    }

    @Override
    public Buffer request(int person, What what, String authority) {
        return switch (what) {
            case JOIN, JOIN_TWICE -> requests.join(person, authority);
            case ASK -> requests.ask(person, authority);
            case ENTER, RENEW -> requests.enter(person, authority);
            case LOOK -> requests.look(person, authority);
            case HOLD -> requests.hold(person, inside.visit(person), authority);
            case PAY -> requests.pay(person, inside.visit(person), "wallet", authority);
            case PAY_BY_CARD -> requests.pay(person, inside.visit(person), "card", authority);
            case CARD -> requests.card(inside.visit(person), authority);
            case ARRIVED -> requests.arrived(person, inside.visit(person), authority);
            case LEAVE -> requests.leave(person, authority);
        };
    }

    @Override
    public void heard(Heard heard) {
        story.took(heard);
        var isInside = inside.has(heard.person());
        if (heard.later() && heard.what() == What.JOIN_TWICE) {
            return;
        }
        if (heard.later() && heard.what() != What.LEAVE) {
            if (isInside) {
                inside.later(heard, back(heard));
            } else {
                inLine.later(heard, back(heard));
            }
            return;
        }
        switch (heard.what()) {
            case JOIN, JOIN_TWICE -> inLine.joined(heard);
            case ASK -> inLine.asked(heard);
            case ENTER -> inLine.entered(heard);
            default -> inside.heard(heard);
        }
        checked(null);
    }

    /** When one comes back who was told to come later: not before that, and not all at once. */
    private long back(Heard heard) {
        var seconds = heard.retryAfter() == ResponseReader.NONE ? COME_BACK_SECONDS : heard.retryAfter();
        var jitter = cast.jitter(heard.person(), places.step(heard.person()));
        return heard.at() + SECONDS.toNanos(seconds) + MILLISECONDS.toNanos((long) (1_000 * jitter));
    }

    private @Nullable What checked(@Nullable What what) {
        if (places.ended() == cast.people()) {
            over.complete(Over.EVERYBODY_ENDED);
        }
        return what;
    }

    private void payByCard(int person, URI page, long at) {
        var there = cardLines.get(page.getAuthority());
        if (there == null) {
            there = new Lines(
                    vertx, net, begun, new Agenda(cast.people()), new Agenda(0), this, over::completeExceptionally);
            cardLines.put(page.getAuthority(), there);
            there.open(List.of(page), CARD_CONNECTIONS);
        }
        there.agenda().put(person, at);
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, SECONDS)
                .join();
    }
}
