package io.jari.closure;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import io.jari.payment.ProviderProcess;
import io.jari.payment.TestProvider;
import io.jari.seat.Organiser;
import io.jari.seat.SeatGuest;
import io.jari.seat.SoldOut;
import io.jari.seat.TestHall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** A date sold out, by card and from wallets; then it is canceled, and both servers are killed while all of it goes back. */
final class CancellationRush implements AutoCloseable {
    static final int EACH = 20;
    private static final long CREDIT = 10_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    private final ProviderProcess process = new ProviderProcess();
    private final Map<String, String> environment;
    private final int tickets;
    private final List<SeatGuest> wallets = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private final TestHall hall;
    private Organiser organiser;
    private JariServer server;
    private JariServer other;

    CancellationRush(Map<String, String> environment, int tickets) {
        this.environment = new HashMap<>(environment);
        this.environment.putAll(process.environment());
        this.tickets = tickets;
        this.server = JariServer.start(this.environment);
        this.other = server.another(this.environment);
        this.hall = TestHall.with(TestData.of(server).dataSource(), tickets);
        this.organiser = Organiser.of(server, hall);
    }

    JariServer server() {
        return server;
    }

    TestProvider provider() {
        return process.provider();
    }

    /** Every seat, a ticket an order; those of so many people from their wallets, all others by card. */
    void sell(int people) throws Exception {
        SoldOut.sell(server, provider(), hall, people * EACH, tickets);
        for (var person = 0; person < people; person++) {
            var guest = SeatGuest.of(server, hall);
            guest.guest().credit(server, CREDIT, "KRW");
            for (var seat = person * EACH; seat < (person + 1) * EACH; seat++) {
                guest.paidFromWallet(seat);
            }
            wallets.add(guest);
        }
        assertThat(hall.seats("sold")).isEqualTo(tickets);
    }

    void cancel() {
        ok(201, organiser.cancel("The roof"));
    }

    /** kill -9 of both, and two others upon the same data. The provider lives on. */
    void kill() {
        other.kill9();
        server.kill9();
        server = JariServer.start(server.data(), environment);
        other = server.another(environment);
        organiser = new Organiser(new Api(server.internalUrl(), organiser.api().token()), hall);
    }

    /** What the organiser is shown; the share that is done is kept to be looked at. */
    JsonNode progress() {
        var progress = ok(200, organiser.api().get(organiser.path("cancellation")));
        shares.add(progress.path("share").asDouble());
        return progress;
    }

    List<Double> shares() {
        return shares;
    }

    int refunded() {
        return progress().path("refunds").path(0).path("done").path("count").asInt();
    }

    /** Refunds that were asked for, and it is not known what came of it. */
    long asked() {
        return hall.count("select count(*) from payment_refund where state = 'requested' and tries > 0");
    }

    void awaitEnd() {
        await("the end of it", () -> progress().path("status").asText().equals("done"));
    }

    void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }

    /** Refunds as we have them, of providers outside. */
    List<String> refundsRecorded() {
        return TestData.texts(server, """
                select subject || '-r' || n || case refusals when 0 then '' else '.' || refusals end || ' ' || amount
                  from payment_refund where state = 'done' and provider in ('alpha', 'beta')
                """);
    }

    /** Each ticket given back whole and once, each seat free, each wallet as it was. */
    void everythingIsBack() {
        assertThat(hall.count("select count(*) from seat_hold where status = 'refunded' and reason = 'date_canceled'"))
                .isEqualTo(tickets);
        assertThat(hall.count("select count(*) from seat_claim")).isZero();
        assertThat(hall.count("""
                        select count(*) from payment_attempt a
                         where amount <> (select coalesce(sum(amount), 0) from payment_refund r
                                           where (r.partition_id, r.kind, r.subject) = (a.partition_id, a.kind, a.subject)
                                             and r.state = 'done')
                        """)).isZero();
        assertThat(hall.count("select count(*) from payment_refund")).isEqualTo(tickets);
        assertThat(hall.journaled("hold.refunded")).isEqualTo(tickets);
        assertThat(wallets)
                .allSatisfy(guest ->
                        assertThat(guest.at(server).guest().balance("KRW")).isEqualTo(CREDIT));
    }

    @Override
    public void close() {
        other.close();
        server.close();
        process.close();
    }
}
