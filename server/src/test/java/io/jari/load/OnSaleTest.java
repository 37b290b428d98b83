package io.jari.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.concert.Dates;
import io.jari.db.Mode;
import io.jari.db.MovableClock;
import io.jari.db.TestPostgres;
import io.jari.http.Problem;
import io.jari.journal.Changes;
import io.jari.load.OnSales.Stage;
import io.jari.verify.Verify;
import io.jari.wallet.TestWallets;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The date that a demo puts on sale while somebody watches. */
class OnSaleTest {
    private static final int FANS = 20;
    private final DataSource database = TestPostgres.fresh();
    private final Jdbi jdbi = Jdbi.create(database);
    private final List<OnSale> begun = new ArrayList<>();

    @Test
    void theThirdDateOpensInAMomentInAHallThatFansSellOutAndAllHolds() throws Exception {
        Demo.load(database, Duration.ofMinutes(3));

        assertThat(number("select count(*) from concert_date where seats = 15000 and sale_opens_at < jari_now()"))
                .isEqualTo(2);
        assertThat(number("""
                        select count(*) from queue q join concert_date d using (date_id)
                         where q.opens_at = d.sale_opens_at and q.opens_at > jari_now() and d.seats = 3000
                           and q.mode = 'first_come'
                        """)).isOne();
        assertThat(sales(Mode.DEMO).now().map(OnSales.Stand::stage)).contains(Stage.COMING);

        var sale = sales(Mode.DEMO).now().orElseThrow().sale();
        try (var wallets = TestWallets.of(database, "group-commit")) {
            var fans = new Fans(database, wallets);
            var first = fans.to(sale, FANS).lines().toList();
            assertThat(first).hasSize(FANS).doesNotHaveDuplicates();
            assertThat(fans.to(sale, FANS).lines().toList()).hasSize(FANS).doesNotContainAnyElementsOf(first);
        }
        assertThat(number("select count(*) from account")).isEqualTo(FANS);
        assertThat(number("select count(*) from session")).isEqualTo(FANS);
        assertThat(number("select min(balance) from wallet")).isEqualTo(1_000_000);
        assertThat(number("select count(*) from posting"))
                .as("each was paid once")
                .isEqualTo(2 * FANS);
        var said = new ByteArrayOutputStream();
        assertThat(new Verify().run(List.of(), database, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .as(said::toString)
                .isZero();
    }

    @Test
    void itIsOpenedNowWithItsSaleAndOnce() throws Exception {
        Demo.load(database, Duration.ofMinutes(3));
        var sales = sales(Mode.DEMO);

        var sale = sales.openNow();
        assertThat(sales.openNow()).isEqualTo(sale);

        assertThat(number("select count(*) from concert_date where sale_opens_at > jari_now()"))
                .isZero();
        assertThat(number("select count(*) from queue where opens_at > jari_now()"))
                .isZero();
        assertThat(number("select count(*) from journal where action = 'queue.opened'"))
                .isOne();
        assertThat(sales.now().map(OnSales.Stand::stage)).as("without fans").contains(Stage.OVER);
        sales.played(ProcessHandle.current());
        assertThat(sales.now().map(OnSales.Stand::stage)).contains(Stage.OPEN);
    }

    @Test
    void itIsForFansToBeginUntilItIsOpenAndSomebodyHasJoined() throws Exception {
        Demo.load(database, Duration.ofMinutes(3));
        var sales = sales(Mode.DEMO);
        assertThat(sales.now()).get().matches(OnSales.Stand::isFresh, "to come");
        sales.openNow();
        assertThat(sales.now()).get().matches(OnSales.Stand::isFresh, "open, and nobody came");

        jdbi.useHandle(handle -> handle.execute("update queue set tickets = 1"));
        assertThat(sales.now()).get().matches(stand -> !stand.isFresh(), "somebody came");
    }

    @Test
    void itIsPlayedAgainOnlyWhenItIsOver() throws Exception {
        Demo.load(database, Duration.ofMinutes(3));
        var sales = sales(Mode.DEMO);
        var first = sales.now().orElseThrow().sale();
        assertThat(sales.again()).as("to come").isEqualTo(first);
        new MovableClock(database).offset(Duration.ofMinutes(4));
        sales.played(ProcessHandle.current());
        assertThat(sales.again()).as("being played").isEqualTo(first);

        jdbi.useHandle(handle -> handle.execute("update queue set sold_out_at = jari_now()"));
        var second = sales.again();

        assertThat(second.concertId()).isEqualTo(first.concertId());
        assertThat(second.dateId()).isGreaterThan(first.dateId());
        assertThat(sales.again()).as("one at a time").isEqualTo(second);
        assertThat(begun).containsExactly(second);
        assertThat(number("select count(*) from seat_plan"))
                .as("in the same hall")
                .isEqualTo(2);
    }

    @Test
    void inProductionThereIsNone() throws Exception {
        Demo.load(database, Duration.ofMinutes(3));
        var sales = sales(Mode.PRODUCTION);

        assertThat(sales.now()).isEmpty();
        assertThatThrownBy(sales::again).isInstanceOf(Problem.class);
        assertThatThrownBy(sales::openNow).isInstanceOf(Problem.class);
        assertThat(number("select count(*) from concert_date")).isEqualTo(3);
        assertThat(number("select count(*) from queue where opens_at > jari_now()"))
                .isOne();
    }

    private OnSales sales(Mode mode) {
        return new OnSales(database, new Changes(database), new Dates(database), begun::add, mode, 60);
    }

    private long number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
