package io.jari.web;

import io.jari.account.Caller;
import io.jari.board.Board;
import io.jari.concert.DateSeats;
import io.jari.concert.DateTerms;
import io.jari.core.seat.BothNames;
import io.jari.core.seat.SeatStates;
import io.jari.page.Frames;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.seat.HoldLookup;
import io.jari.web.Performances.Sale;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The page on which seats are chosen: never a whole hall, for screens and for those who listen. */
@Singleton
class DatePages {
    private final Performances performances;
    private final HoldLookup holds;
    private final Frames frames;

    DatePages(Performances performances, HoldLookup holds, Frames frames) {
        this.performances = performances;
        this.holds = holds;
        this.frames = frames;
    }

    /** @param lost seats that somebody else has, whatever memory says */
    DatePage page(
            Visit visit,
            DateTerms terms,
            Board board,
            SeatChoice choice,
            Set<Integer> lost,
            @Nullable String notice,
            DatePage.@Nullable PassView pass) {
        var t = visit.texts();
        var blocks = new SeatBlocks(terms.seats());
        var free = (SeatBlocks.Free) seat -> board.state(seat) == SeatStates.AVAILABLE && !lost.contains(seat);
        var view = view(t, terms, board);
        return new DatePage(
                frames.of(visit, view.title()),
                view,
                best(t, terms, board, choice),
                IntStream.range(0, blocks.all().size())
                        .mapToObj(i -> row(t, terms, board, blocks, i, choice))
                        .toList(),
                view.open() ? zone(t, terms, blocks, choice, free) : null,
                view.open() ? HallMap.of(t, terms, choice, free) : null,
                notice,
                lost.isEmpty() ? null : near(t, terms, blocks, choice, lost, free),
                visit.caller().map(caller -> held(terms, caller)).orElse(null),
                pass,
                pass == null || pass.inside());
    }

    private @Nullable String held(DateTerms terms, Caller caller) {
        return holds.held(terms.dateId(), caller.accountId()).map(Links::hold).orElse(null);
    }

    private DatePage.DateView view(Texts t, DateTerms terms, Board board) {
        var concert = performances.concert(Integer.toString(terms.concertId()));
        var left = board.availableInAll();
        var now = performances.now();
        var sale = Sale.of(terms, left, now);
        return new DatePage.DateView(
                Links.date(terms),
                Links.concert(Integer.toString(terms.concertId())),
                t.pick(concert.title()),
                t.pick(concert.hall()),
                Performances.when(t, terms.startsAt(), terms.zone()),
                sale.code(),
                sale.state(t),
                sale.explanation(t, terms.saleOpensAt(), terms.zone()),
                sale == Sale.OPEN,
                sale == Sale.NOT_YET ? now.until(terms.saleOpensAt(), ChronoUnit.MILLIS) : 0,
                t.count("seats.left", left),
                t.count("seats.limit", terms.mostSeats()),
                terms.status() == DateTerms.Status.CANCELED ? "" : HoldPages.refunds(t, terms));
    }

    private static DatePage.BestForm best(Texts t, DateTerms terms, Board board, SeatChoice choice) {
        var categories = terms.seats().categories();
        var available = board.available();
        var levels = IntStream.range(0, categories.size())
                .mapToObj(i -> {
                    var category = categories.get(i);
                    var none = available[i] == 0;
                    return new DatePage.Level(
                            category.name(),
                            category.color(),
                            t.money(category.price(), terms.currency()),
                            none ? t.say("sale.sold_out") : t.count("seats.left", available[i]),
                            none,
                            !none && category.name().equals(choice.category()));
                })
                .toList();
        var howMany = Math.min(choice.howMany(), terms.mostSeats());
        return new DatePage.BestForm(
                SeatChoice.freshKey(),
                IntStream.rangeClosed(1, terms.mostSeats())
                        .mapToObj(n -> new DatePage.HowMany(n, t.count("seats.count", n), n == howMany))
                        .toList(),
                levels.stream().noneMatch(DatePage.Level::chosen),
                levels);
    }

    private static DatePage.ZoneRow row(
            Texts t, DateTerms terms, Board board, SeatBlocks blocks, int index, SeatChoice choice) {
        var block = blocks.all().get(index);
        var left = board.states().countAvailable(block.from(), block.to());
        var prices = IntStream.range(block.from(), block.to())
                .mapToLong(terms.seats()::price)
                .summaryStatistics();
        var least = t.money(prices.getMin(), terms.currency());
        return new DatePage.ZoneRow(
                Links.date(terms) + "?zone=" + index + "#seats",
                name(t, terms.seats(), block),
                left == 0 ? t.say("sale.sold_out") : t.count("seats.left", left),
                prices.getMin() == prices.getMax()
                        ? least
                        : t.say("seats.prices", least, t.money(prices.getMax(), terms.currency())),
                left == 0,
                index == choice.block());
    }

    private static String name(Texts t, DateSeats seats, SeatBlocks.Block block) {
        var first = seats.get(block.from()).row();
        var last = seats.get(block.to() - 1).row();
        var zone = t.pick(BothNames.of(block.zone()));
        if (block.whole()) {
            return zone;
        }
        return first.equals(last) ? t.say("seats.rows.one", zone, first) : t.say("seats.rows", zone, first, last);
    }

    private static DatePage.@Nullable ZoneView zone(
            Texts t, DateTerms terms, SeatBlocks blocks, SeatChoice choice, SeatBlocks.Free free) {
        var chosen = blocks.all().size() == 1 ? 0 : choice.block();
        if (chosen < 0 || chosen >= blocks.all().size()) {
            return null;
        }
        var block = blocks.all().get(chosen);
        var wanted = Set.copyOf(choice.seats());
        return new DatePage.ZoneView(
                name(t, terms.seats(), block),
                chosen,
                choice.key(),
                blocks.runs(block.from(), block.to()).stream()
                        .map(run -> run(t, terms, run, wanted, free))
                        .toList());
    }

    private static DatePage.RunView run(
            Texts t, DateTerms terms, SeatBlocks.Run run, Set<Integer> wanted, SeatBlocks.Free free) {
        var category = terms.seats().categories().get(run.category());
        return new DatePage.RunView(
                t.say("seats.row", run.row()),
                category.color(),
                category.name(),
                t.money(category.price(), terms.currency()),
                IntStream.range(run.from(), run.to())
                        .mapToObj(seat -> seat(t, terms.seats(), seat, wanted, free))
                        .toList());
    }

    private static DatePage.SeatView seat(
            Texts t, DateSeats seats, int number, Set<Integer> wanted, SeatBlocks.Free free) {
        var seat = seats.get(number);
        var isFree = free.is(number);
        return new DatePage.SeatView(
                number,
                seat.number(),
                isFree,
                isFree && wanted.contains(number),
                seat.mark() == null ? null : t.say("seats.mark." + seat.mark()));
    }

    private static DatePage.@Nullable Near near(
            Texts t, DateTerms terms, SeatBlocks blocks, SeatChoice choice, Set<Integer> lost, SeatBlocks.Free free) {
        var near = blocks.near(lost.iterator().next(), choice.seats().size(), free);
        return near.isEmpty()
                ? null
                : new DatePage.Near(
                        names(t, terms.seats(), near), SeatChoice.freshKey(), blocks.with(near.getFirst()), near);
    }

    /** Of seats, one after the other. */
    static String names(Texts t, DateSeats seats, Iterable<Integer> numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .map(seats::get)
                .map(seat -> Performances.seat(t, seat.zone(), seat.row(), seat.number()))
                .collect(Collectors.joining(t.say("seats.and")));
    }
}
