package io.jari.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.TestPostgres;
import io.jari.seat.TestSale;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules of seats do not find fault with. */
class SeatRulesTest {

    /** Sold in all ways, but for the wallet, which nobody filled here. */
    @ParameterizedTest
    @ValueSource(strings = {"head", "pessimistic", "optimistic", "constraint"})
    void whatAnyStrategySellsIsSound(String strategy) throws Exception {
        var database = TestPostgres.fresh();
        TestSale.run(database, strategy);
        try (var connection = database.getConnection()) {
            assertThat(broken(connection))
                    .containsExactlyInAnyOrderElementsOf(
                            strategy.equals("head") ? List.of("wallet-paid") : List.of("wallet-paid", "head-raised"));
        }
    }

    @Test
    void theOrderOfTextbookVersionsMeansNothing() throws Exception {
        try (var connection = sold("constraint").getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, """
                    alter table journal disable trigger all;
                    update journal set version = version - 1000000 where subject like 'late%' and action = 'hold.sold';
                    update outbox set rows = '{12,0}' where rows = '{12,2}'
                    """);
            assertThat(broken(connection)).doesNotContain("hold-ends-once", "seat-published");
            execute(connection, """
                    update partition_head p set version = (select max(version) from outbox o where partition_id = p.id and o.kind = 2)
                     where kind = 2
                    """);
            assertThat(broken(connection)).contains("hold-ends-once", "seat-published");
            connection.rollback();
        }
    }

    @Test
    void whatCameBeforeAReadingAnewProvesNothing() throws Exception {
        try (var connection = sold("head").getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, """
                    delete from seat_claim where date_id = 1 and seat = 0;
                    update outbox set rows = null where rows = '{18,3,19,3}'
                    """);
            assertThat(broken(connection)).doesNotContain("seat-published");
            execute(connection, "update seat_claim set state = 'sold' where seat = 14");
            assertThat(broken(connection)).as("told of since").contains("seat-published");
            connection.rollback();
        }
    }

    @Test
    void aLowerLimitMakesNoFaultOfWhatWasSoldBefore() throws Exception {
        try (var connection = sold("head").getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "update concert_date set most_seats = 1");
            assertThat(broken(connection)).doesNotContain("person-limit", "date-most");
            execute(connection, "update concert_date set most_ever = 1");
            assertThat(broken(connection)).contains("person-limit").doesNotContain("date-most");
            connection.rollback();
        }
    }

    @Test
    void whatNobodyWasThereToEndIsNotHeldTooLong() throws Exception {
        try (var connection = sold("head").getConnection()) {
            connection.setAutoCommit(false);
            execute(
                    connection,
                    "update seat_hold set expires_at = jari_now() - interval '1 hour' where status = 'held'");
            assertThat(broken(connection)).contains("hold-over");
            execute(connection, "update job set note = jari_now() - interval '61 minutes' where name = 'heartbeat'");
            assertThat(broken(connection)).doesNotContain("hold-over");
            connection.rollback();
        }
    }

    private static DataSource sold(String strategy) throws Exception {
        var database = TestPostgres.fresh();
        TestSale.run(database, strategy);
        return database;
    }

    private static List<String> broken(Connection connection) throws SQLException {
        return new Audit(connection)
                .run(_ -> {}).stream()
                        .filter(finding -> finding.broken() > 0)
                        .map(finding -> finding.rule().name())
                        .toList();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
