package io.jari.load;

import io.jari.commit.Transaction;
import io.jari.core.money.Money;
import io.jari.core.wallet.Transfer;
import io.jari.core.wallet.TransferKind;
import io.jari.wallet.Wallets;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The made-up people of a demo's on-sale: accounts with sessions and money. They stay, for the next one. */
@ApplicationScoped
public class Fans {
    /** More than four of the dearest seats cost. */
    private static final Money ALLOWANCE = Money.of(1_000_000, "KRW");

    static final String LEDGER = "house:goodwill";
    private static final String EMAIL = "fan%d@fans.invalid";
    private static final String ACTOR = "demo";

    private final DataSource database;
    private final Wallets wallets;

    public Fans(DataSource database, Wallets wallets) {
        this.database = database;
        this.wallets = wallets;
    }

    /** Sends so many to an on-sale: makes those who are missing, signs all in anew and gives each what seats may cost; their tokens. */
    public String to(OnSale sale, int fans) {
        try {
            var tokens = new StringBuilder();
            var ids = Transaction.run(database, connection -> signedIn(connection, fans, tokens));
            pay(sale, ids);
            return tokens.toString();
        } catch (SQLException e) {
            throw new IllegalStateException("fans", e);
        }
    }

    private static List<Long> signedIn(Connection connection, int fans, StringBuilder tokens) throws SQLException {
        try {
            var ids = known(connection, fans);
            var missing = People.reserve(connection, fans - ids.size());
            People.accounts(connection, missing, EMAIL);
            People.heads(connection, missing);
            ids.addAll(missing);
            // Only those who had them knew the tokens, and they are gone.
            endSessions(connection, ids);
            People.sessions(connection, ids, tokens, _ -> {});
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Long> known(Connection connection, int most) throws SQLException {
        try (var select = connection.prepareStatement(
                "select account_id from account where email like ? and not closed order by account_id limit ?")) {
            select.setString(1, EMAIL.replace("%d", "%"));
            select.setInt(2, most);
            var ids = new ArrayList<Long>(most);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    private static void endSessions(Connection connection, List<Long> ids) throws SQLException {
        try (var delete = connection.prepareStatement("delete from session where account_id = any(?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            delete.executeUpdate();
        }
    }

    /** Once for each on-sale, however often it is begun. */
    private void pay(OnSale sale, List<Long> ids) {
        var transfer = new Transfer(
                "credit:demo-" + sale.dateId(), TransferKind.CREDIT, ALLOWANCE, LEDGER, "on-sale " + sale.dateId());
        new Allowance(wallets, transfer, ACTOR).give(ids);
    }
}
