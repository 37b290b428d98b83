package io.jari.load;

import io.jari.commit.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Brings planned hotels into the database. Whatever interrupts it, only whole hotels are there: a large load into empty
 * tables is one transaction, any other is one for each few hotels.
 */
final class ChainLoad {
    static final long BULK_ROWS = 1_000_000;
    private static final long ROWS_A_TRANSACTION = 300_000;
    private static final List<String> NIGHT_TABLES = List.of("room_type_inventory", "house_inventory");

    private final DataSource database;
    private final int nights;
    private final long bulkRows;
    private final LongConsumer written;
    private final Runnable indexing;

    /**
     * @param bulkRows from how many nights on a load is a large one
     * @param written told how many more rows of nights are written
     * @param indexing called before the indexes of a large load are built, which takes a while
     */
    ChainLoad(DataSource database, int nights, long bulkRows, LongConsumer written, Runnable indexing) {
        this.database = database;
        this.nights = nights;
        this.bulkRows = bulkRows;
        this.written = written;
        this.indexing = indexing;
    }

    void load(List<HotelPlan> plans) throws SQLException {
        Transaction.run(database, connection -> {
            if (rows(plans) < bulkRows || !inBulk(connection, plans)) {
                for (var part : parts(plans)) {
                    var hotels = NewHotel.reserve(connection, part);
                    new ChainTables(connection, hotels).write(nights);
                    new ChainNights(connection, hotels, nights, "", written).write();
                    connection.commit();
                }
            }
            return plans.size();
        });
    }

    /**
     * Into truncated tables rows can be written as frozen, which saves writing them again, and indexes built at the end,
     * which saves most of their log. Until the commit the old, empty tables stand.
     */
    private boolean inBulk(Connection connection, List<HotelPlan> plans) throws SQLException {
        if (!lockEmpty(connection)) {
            connection.rollback();
            return false;
        }
        var keys = new ArrayList<String>();
        for (var table : NIGHT_TABLES) {
            execute(connection, "truncate " + table);
            keys.add(dropKey(connection, table));
        }
        var hotels = NewHotel.reserve(connection, plans);
        new ChainTables(connection, hotels).write(nights);
        new ChainNights(connection, hotels, nights, ", freeze", written).write();
        indexing.run();
        execute(connection, "set local maintenance_work_mem = '512MB'");
        for (var key : keys) {
            execute(connection, key);
        }
        connection.commit();
        return true;
    }

    private static boolean lockEmpty(Connection connection) throws SQLException {
        // Empty at a glance first: only then is it worth keeping everybody out.
        if (!empty(connection)) {
            return false;
        }
        execute(connection, "lock table " + String.join(", ", NIGHT_TABLES) + " in access exclusive mode");
        return empty(connection);
    }

    private static boolean empty(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                        select not exists (select from room_type_inventory) and not exists (select from house_inventory)
                        """);
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Gives back what makes it again. */
    private static String dropKey(Connection connection, String table) throws SQLException {
        String name;
        String again;
        try (var select = connection.prepareStatement("""
                select conname, format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                  from pg_constraint where conrelid = ?::regclass and contype = 'p'
                """)) {
            select.setString(1, table);
            try (var rows = select.executeQuery()) {
                rows.next();
                name = rows.getString(1);
                again = rows.getString(2);
            }
        }
        execute(connection, "alter table " + table + " drop constraint " + name);
        return again;
    }

    /** Tells the planner what is there now; after a large load also that it is old and seen by all. */
    static void tidy(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            execute(connection, "vacuum (freeze, analyze) hotel, room_type, room, partition_head");
            execute(connection, "analyze room_type_inventory, house_inventory, account, session");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long rows(List<HotelPlan> plans) {
        return plans.stream().mapToLong(plan -> plan.roomTypes().size()).sum() * nights;
    }

    private List<List<HotelPlan>> parts(List<HotelPlan> plans) {
        var parts = new ArrayList<List<HotelPlan>>();
        var part = new ArrayList<HotelPlan>();
        for (var plan : plans) {
            part.add(plan);
            if (rows(part) >= ROWS_A_TRANSACTION) {
                parts.add(List.copyOf(part));
                part.clear();
            }
        }
        parts.add(List.copyOf(part));
        return parts;
    }
}
