package io.jari.load;

import io.jari.core.money.Money;
import io.jari.core.wallet.Transfer;
import io.jari.core.wallet.TransferKind;
import io.jari.db.DatabaseUrl;
import io.jari.db.StartRefused;
import io.jari.db.Verb;
import io.jari.terminal.Progress;
import io.jari.wallet.Wallets;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** The verb {@code load}: a chain of hotels, and people to visit them, in made-up data. */
public final class Load implements Verb {
    /** Of the wallets, as usual. */
    private static final int WRITERS = 2;

    private final FreeSpace freeSpace;

    public Load() {
        this(FreeSpace::ofThisMachine);
    }

    Load(FreeSpace freeSpace) {
        this.freeSpace = freeSpace;
    }

    @Override
    public int run(List<String> arguments, DataSource database, PrintStream out) throws Exception {
        var options = LoadOptions.parse(arguments);
        var startedNanos = System.nanoTime();
        long before;
        try (var connection = database.getConnection()) {
            before = size(connection);
            checkSpace(connection, options, out);
        }
        if (options.hotels() > 0) {
            hotels(options, database, out);
        }
        if (options.people() > 0) {
            var progress = Progress.on(out, "people", options.people());
            var ids = new People(database, progress::add).load(options.people(), options.tokens());
            if (options.wallet() > 0) {
                ChainLoad.tidy(database); // without statistics each look-up of an account would read all of them
                money(options, database, ids, out);
            }
            out.printf(Locale.ROOT, "Their tokens are in %s, one a line.%n", options.tokens());
        }
        ChainLoad.tidy(database);
        try (var connection = database.getConnection()) {
            out.printf(
                    Locale.ROOT,
                    "Loaded in %s; the database grew by %s to %s.%n",
                    Progress.duration((System.nanoTime() - startedNanos) / 1e9),
                    Space.text(size(connection) - before),
                    Space.text(size(connection)));
        }
        return 0;
    }

    private void checkSpace(Connection connection, LoadOptions options, PrintStream out) throws SQLException {
        var space = Space.of(options, Space.mostLog(connection));
        out.printf(
                Locale.ROOT,
                "%,d hotels, %,d rooms, %,d nights to sell, %,d people: about %s, and %s more while loading.%n",
                options.hotels(),
                (long) options.hotels() * options.rooms(),
                options.inventoryRows(),
                options.people(),
                Space.text(space.kept()),
                Space.text(space.passing()));
        var free = freeSpace.bytes(connection);
        if (free.isPresent() && free.getAsLong() < space.peak()) {
            throw new StartRefused(
                    "Where the database keeps its data, %s are free and %s are needed. Nothing was loaded."
                            .formatted(Space.text(free.getAsLong()), Space.text(space.peak())));
        }
        if (free.isEmpty() && !options.yes() && !confirmed(out)) {
            throw new StartRefused(
                    "How much is free at the database's server can't be seen from here. Look there, then add --yes. Nothing was loaded.");
        }
    }

    private static boolean confirmed(PrintStream out) {
        if (!Progress.watched(out)) {
            return false;
        }
        var answer = Objects.requireNonNull(System.console())
                .readLine("The database runs elsewhere. Is there that much room? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private static void money(LoadOptions options, DataSource database, List<Long> accounts, PrintStream out)
            throws SQLException {
        out.printf(Locale.ROOT, "Putting %,d won into each wallet ...%n", options.wallet());
        var transfer = new Transfer(
                "credit:load", TransferKind.CREDIT, Money.of(options.wallet(), "KRW"), Fans.LEDGER, "load");
        try (var pool = DatabaseUrl.of(database).pool(WRITERS);
                var wallets = Wallets.of(pool)) {
            new Allowance(wallets, transfer, "load").give(accounts);
        }
    }

    private static void hotels(LoadOptions options, DataSource database, PrintStream out) throws SQLException {
        var chain = new Chain(options.seed(), options.roomTypes(), options.rooms());
        var plans = IntStream.range(0, options.hotels()).mapToObj(chain::hotel).toList();
        var progress = Progress.on(out, "rows", options.inventoryRows() + options.houseRows());
        Runnable indexing = () -> out.println("Building the indexes ...");
        new ChainLoad(database, options.nights(), ChainLoad.BULK_ROWS, progress::add, indexing).load(plans);
    }

    private static long size(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select pg_database_size(current_database())");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
