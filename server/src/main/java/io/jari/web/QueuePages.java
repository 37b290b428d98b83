package io.jari.web;

import io.jari.account.Caller;
import io.jari.board.SeatBoards;
import io.jari.concert.DateTerms;
import io.jari.core.queue.AskAgain;
import io.jari.core.queue.LineState;
import io.jari.core.queue.Place;
import io.jari.core.queue.WaitEstimate;
import io.jari.http.Problem;
import io.jari.page.Frames;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.queue.Line;
import io.jari.queue.Lines;
import io.jari.queue.Passes;
import io.jari.queue.QueueBodies.DrawBody;
import io.jari.queue.QueueBodies.QueueBody;
import io.jari.queue.QueueNotices;
import io.jari.queue.QueueTokens;
import io.jari.web.QueueCookies.Kept;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The page of a waiting room: out of memory, but for what is told of a draw, which is at most a second old. */
@Singleton
class QueuePages {
    private static final long SECOND = 1_000;

    /** Oftener no page without scripts is loaded. */
    private static final long SOONEST_REFRESH = 3;

    private final Performances performances;
    private final Lines lines;
    private final QueueNotices notices;
    private final QueueTokens tokens;
    private final Passes passes;
    private final SeatBoards boards;
    private final Frames frames;
    private final DemoSaleView.Finder demoSale;

    QueuePages(
            Performances performances,
            Lines lines,
            QueueNotices notices,
            QueueTokens tokens,
            Passes passes,
            SeatBoards boards,
            Frames frames,
            DemoSaleView.Finder demoSale) {
        this.performances = performances;
        this.lines = lines;
        this.notices = notices;
        this.tokens = tokens;
        this.passes = passes;
        this.boards = boards;
        this.frames = frames;
        this.demoSale = demoSale;
    }

    /** @param said the problem that led here; empty: none */
    QueuePage page(Visit visit, DateTerms terms, Kept kept, String said) {
        var t = visit.texts();
        var line = line(terms.dateId());
        var ticket = ticket(terms.dateId(), kept.token());
        var place = ticket == 0 || kept.token() == null ? null : place(t, line, ticket, kept.token());
        var notice = notice(t, said, kept.token() != null && place == null);
        return new QueuePage(
                frames.of(visit, t.say("queue.title")),
                room(t, terms, line),
                place,
                draw(visit, terms, line, ticket, kept.token()),
                visit.caller()
                        .map(caller -> inside(t, terms.dateId(), kept.pass(), caller))
                        .orElse(null),
                notice,
                visit.caller().isPresent() && (notice == null || said.equals("full")),
                demoSale.of(terms));
    }

    /** The date's line; a problem where too many are being read. */
    Line line(int dateId) {
        try {
            return lines.of(dateId)
                    .join()
                    .orElseThrow(() -> Problem.notFound("date").exception());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RejectedExecutionException) {
                throw Problem.of(503, "overloaded", "Overloaded")
                        .detail("Too many waiting rooms are being looked at. Try again in a moment.")
                        .retryAfterMillis(SECOND)
                        .exception();
            }
            throw e;
        }
    }

    /** 0: none that is good. */
    private long ticket(int dateId, @Nullable String token) {
        return token != null
                        && tokens.check(token) instanceof QueueTokens.Checked.Good(var place)
                        && place.dateId() == dateId
                ? place.ticket()
                : 0;
    }

    private static @Nullable String notice(Texts t, String said, boolean forgotten) {
        if (!said.isEmpty() && t.has("queue.said." + said)) {
            return t.say("queue.said." + said);
        }
        return forgotten ? t.say("queue.said.queue-token-expired") : null;
    }

    private QueuePage.RoomView room(Texts t, DateTerms terms, Line line) {
        var concert = performances.concert(Integer.toString(terms.concertId()));
        var state = line.state();
        var toOpen = state.opensAtMillis() - performances.now().toEpochMilli();
        var seats = Links.date(terms);
        return new QueuePage.RoomView(
                seats + "/queue",
                seats,
                Links.concert(Integer.toString(terms.concertId())),
                t.pick(concert.title()),
                t.pick(concert.hall()),
                Performances.when(t, terms.startsAt(), terms.zone()),
                state.mode() != LineState.Mode.OFF,
                state.soldOut(),
                state.mode() == LineState.Mode.DRAWN,
                opens(t, terms.zone(), line, toOpen > 0),
                state.mode() == LineState.Mode.OFF ? 0 : Math.max(0, toOpen),
                t.say("queue.entry", state.entrySeconds()));
    }

    private static String opens(Texts t, ZoneId zone, Line line, boolean later) {
        var at = t.moment(Instant.ofEpochMilli(line.state().opensAtMillis()), zone);
        return t.say(later ? "queue.opens" : "queue.opened", at);
    }

    /** When a waiting room opens, or has opened. */
    record Opening(String words, Instant at) {}

    /** For a list of dates: nothing where there is no line, or nobody can tell now. */
    Optional<Opening> opening(Texts t, int dateId, ZoneId zone) {
        try {
            return Optional.of(line(dateId))
                    .filter(line -> line.state().mode() != LineState.Mode.OFF)
                    .map(line -> {
                        var at = Instant.ofEpochMilli(line.state().opensAtMillis());
                        return new Opening(opens(t, zone, line, at.isAfter(performances.now())), at);
                    });
        } catch (Problem _) {
            return Optional.empty();
        }
    }

    private QueuePage.PlaceView place(Texts t, Line line, long ticket, String token) {
        var now = performances.now().toEpochMilli();
        var place = line.place(ticket, now);
        var wait = WaitEstimate.millis(line.state(), place, line.perSecond(now), now);
        var ask = AskAgain.millis(line.state(), place, wait, now, ThreadLocalRandom.current());
        var enter = place.enterByMillis() == Place.UNKNOWN ? -1 : Math.max(0, place.enterByMillis() - now);
        var board = boards.peek(line.dateId());
        if (board == null) {
            var _ = boards.of(line.dateId()); // for who asks next
        }
        return new QueuePage.PlaceView(
                token,
                ticket,
                place.standing().text(),
                place.ahead(),
                QueueWords.ahead(t, place.ahead()),
                QueueWords.wait(t, wait),
                board == null ? "" : t.count("seats.left", board.availableInAll()),
                ask,
                Math.max(SOONEST_REFRESH, Math.ceilDiv(ask, SECOND)),
                enter,
                enter < 0 ? "" : t.say("queue.enter.left", QueueWords.left(enter)));
    }

    private @Nullable String inside(Texts t, int dateId, @Nullable String text, Caller caller) {
        return text != null
                        && passes.check(text) instanceof Passes.Checked.Good(var pass)
                        && pass.dateId() == dateId
                        && pass.accountId() == caller.accountId()
                ? t.say("queue.inside")
                : null;
    }

    private QueuePage.@Nullable DrawView draw(
            Visit visit, DateTerms terms, Line line, long ticket, @Nullable String token) {
        if (line.state().mode() != LineState.Mode.DRAWN) {
            return null;
        }
        return notices.of(terms.dateId())
                .map(QueueBody::draw)
                .map(draw -> draw(visit, terms, line, draw, ticket, token))
                .orElse(null);
    }

    private static QueuePage.DrawView draw(
            Visit visit, DateTerms terms, Line line, DrawBody draw, long ticket, @Nullable String token) {
        var t = visit.texts();
        var source = draw.publicSource();
        var count = draw.count();
        var took = count != null && ticket > 0 && ticket <= count;
        var drawn = line.drawn() != null;
        return new QueuePage.DrawView(
                draw.seedHash(),
                source == null ? "" : t.say("queue.draw.source", source),
                source == null ? t.say("queue.draw.remains.none") : t.say("queue.draw.remains.source"),
                count == null ? null : t.count("queue.draw.count", count),
                took
                        ? t.say("queue.draw.leaf", Texts.number(ticket))
                        : count != null && ticket > 0 ? t.say("queue.draw.late") : "",
                took && drawn
                        ? t.say("queue.draw.rank", Texts.number(line.ranks().applyAsLong(ticket)))
                        : null,
                "/v1" + Links.date(terms) + "/queue",
                count == null ? null : command(visit.origin(), terms, ticket > 0 ? token : null));
    }

    private static String command(@Nullable String origin, DateTerms terms, @Nullable String token) {
        var command = "./jari verify-draw --concert %d --date %d".formatted(terms.concertId(), terms.dateId());
        command = origin == null ? command : command + " --url " + origin;
        return token == null ? command : command + " --token " + token;
    }
}
