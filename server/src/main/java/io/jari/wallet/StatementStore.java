package io.jari.wallet;

import io.jari.http.MoneyBody;
import io.jari.wallet.WalletBodies.PostingBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What a wallet's owner reads. */
@ApplicationScoped
class StatementStore {
    private final Jdbi jdbi;

    StatementStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** A posting and its place in the account's history. */
    record Line(StatementCursor place, PostingBody body) {}

    List<MoneyBody> balances(long accountId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select balance, currency from wallet where account_id = :account order by currency")
                .bind("account", accountId)
                .map((row, context) -> new MoneyBody(row.getLong(1), row.getString(2)))
                .list());
    }

    /** Newest first. */
    List<Line> before(StatementCursor place, long accountId, @Nullable String currency, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select version, seq, transfer_id, kind, amount, currency, balance_after, subject, at
                          from posting
                         where account_id = :account and n = 1 and (version, seq) < (:version, :seq)
                           and (:currency::text is null or currency = :currency::bpchar)
                         order by version desc, seq desc limit :limit
                        """)
                .bind("account", accountId)
                .bind("version", place.version())
                .bind("seq", place.seq())
                .bind("currency", currency)
                .bind("limit", limit)
                .map((row, context) -> line(row))
                .list());
    }

    /** A charge as it stands. */
    Optional<Charge> charge(long accountId, String chargeId) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + ChargeRows.COLUMNS
                        + " from wallet_charge c where account_id = :account and charge_id = :charge")
                .bind("account", accountId)
                .bind("charge", chargeId)
                .map((row, _) -> ChargeRows.charge(row, 1))
                .findOne());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new StatementCursor(row.getLong("version"), row.getInt("seq")),
                new PostingBody(
                        row.getString("transfer_id"),
                        row.getString("kind"),
                        row.getLong("amount"),
                        row.getString("currency"),
                        row.getLong("balance_after"),
                        row.getString("subject"),
                        row.getObject("at", OffsetDateTime.class).toInstant()));
    }
}
