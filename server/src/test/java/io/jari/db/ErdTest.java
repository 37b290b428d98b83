package io.jari.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The drawing of the tables in ARCHITECTURE.md is the one that the migrations make. */
class ErdTest {
    private static final Path DOCUMENT = Path.of("..", "ARCHITECTURE.md");

    @Test
    void architectureShowsTheTablesAsTheMigrationsMakeThem() throws Exception {
        try (var connection = TestPostgres.fresh().getConnection()) {
            assertThat(Files.readString(DOCUMENT))
                    .as("paste this block into ARCHITECTURE.md")
                    .contains(diagram(connection));
        }
    }

    private static String diagram(Connection connection) throws SQLException {
        return "```mermaid\nerDiagram\n" + lines(connection, EDGES) + lines(connection, TABLES) + "```\n";
    }

    private static String lines(Connection connection, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** Solid: a foreign key. Dotted: rows of a hotel's or an account's partition, which no key crosses. */
    private static final String EDGES = """
            select distinct format('    %s ||--o{ %s : has', confrelid::regclass, conrelid::regclass)
              from pg_constraint where contype = 'f'
             union
            select format('    hotel ||..o{ %s : partition', a.attrelid::regclass)
              from pg_attribute a
              join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
             where a.attname = 'hotel_id' and a.attnum > 0 and a.attrelid <> 'hotel'::regclass
               and not exists (select from pg_constraint f where f.conrelid = a.attrelid and f.contype = 'f')
             union
            select format('    account ||..o{ %s : partition', p.conrelid::regclass)
              from pg_constraint p
              join pg_attribute a on a.attrelid = p.conrelid and a.attnum = p.conkey[1]
             where p.contype = 'p' and a.attname = 'account_id' and p.conrelid <> 'account'::regclass
             order by 1
            """;

    private static final String TABLES = """
            select format(E'    %s {\\n%s\\n    }', c.oid::regclass,
                       string_agg(format('        %s %s%s',
                               replace(regexp_replace(format_type(a.atttypid, a.atttypmod), '\\(.*\\)', ''), ' ', '_'), a.attname,
                               case when a.attnum = any(p.conkey) then ' PK' else '' end), E'\\n' order by a.attnum))
              from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              left join pg_constraint p on p.conrelid = c.oid and p.contype = 'p'
             where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
               and c.relname not in ('flyway_schema_history', 'clock_offset')
             group by c.oid, c.relname order by c.relname
            """;
}
