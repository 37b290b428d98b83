package io.jari.moving;

import io.jari.db.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the schema consists of. Names come quoted, as statements want them. */
final class Catalog {
    private static final String TABLES = """
            select quote_ident(c.relname) from pg_class c
             where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
               and not exists (select from pg_depend d
                                where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
             order by 1
            """;
    private static final String SEQUENCES = """
            select quote_ident(relname) from pg_class
             where relnamespace = current_schema()::regnamespace and relkind = 'S' order by 1
            """;
    private static final String PARTITIONED = """
            select count(*) from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'p'
            """;

    /** Foreign keys first, since they stand on the others; to be made again in the opposite order. */
    private static final String KEYS = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
              from pg_constraint
             where connamespace = current_schema()::regnamespace and contype in ('p', 'u', 'x', 'f') and conrelid <> 0
             order by contype = 'f' desc, conrelid::regclass::text, conname
            """;

    private static final String INDEXES = """
            select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
              from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
             where c.relnamespace = current_schema()::regnamespace and t.relname <> 'flyway_schema_history'
               and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
             order by 1
            """;

    private Catalog() {}

    /** How something is taken away, and made again. */
    record Removable(String drop, String make) {}

    static List<String> tables(Connection connection) throws SQLException {
        return texts(connection, TABLES);
    }

    static List<String> columns(Connection connection, String table) throws SQLException {
        return texts(connection, """
                select quote_ident(attname) from pg_attribute
                 where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                 order by attnum
                """.formatted(table));
    }

    static List<String> sequences(Connection connection) throws SQLException {
        return texts(connection, SEQUENCES);
    }

    static boolean isPartitioned(Connection connection) throws SQLException {
        return !texts(connection, PARTITIONED).getFirst().equals("0");
    }

    /** All keys and indexes, in an order in which they can be taken away. Not those of Flyway. */
    static List<Removable> keys(Connection connection) throws SQLException {
        var keys = new ArrayList<Removable>();
        for (var sql : List.of(KEYS, INDEXES)) {
            try (var select = connection.createStatement();
                    var rows = select.executeQuery(sql)) {
                while (rows.next()) {
                    if (!rows.getString(1).contains("flyway_schema_history")) {
                        keys.add(new Removable(rows.getString(1), rows.getString(2)));
                    }
                }
            }
        }
        return keys;
    }

    /** Of the last migration. */
    static int schema(Connection connection) throws SQLException {
        var there = texts(connection, "select (to_regclass('flyway_schema_history') is not null)::text");
        if (there.getFirst().equals("false")) {
            throw new StartRefused("There is nothing of Jari in this database.");
        }
        return Integer.parseInt(texts(connection, """
                select version from flyway_schema_history
                 where success and version is not null order by installed_rank desc limit 1
                """).getFirst());
    }

    static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery(sql)) {
            return texts(rows);
        }
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        var texts = new ArrayList<String>();
        while (rows.next()) {
            texts.add(rows.getString(1));
        }
        return texts;
    }
}
