package io.jari.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.account.EndedAccess;
import io.jari.db.DataFolder;
import io.jari.db.DatabaseUrl;
import io.jari.db.Migrations;
import io.jari.db.StartRefused;
import io.jari.db.TestPostgres;
import io.jari.load.Load;
import io.jari.seat.TestSale;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hotels, seats sold, held and given back, a wallet, sessions: into a file and out of it. */
class ExportTest {
    private static final DatabaseUrl SOURCE = TestPostgres.freshUrl();
    private static final DatabaseUrl RESTORED = TestPostgres.empty();
    private static final PrintStream OUT = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static Path export;

    @BeforeAll
    static void export() throws Exception {
        new Load()
                .run(
                        List.of("--hotels", "2", "--room-types", "2", "--rooms", "12", "--nights", "30"),
                        SOURCE.dataSource(),
                        OUT);
        TestSale.run(SOURCE.dataSource(), "head");
        execute(SOURCE, """
                insert into account (email, name, phone, password_hash) values (E'tab\\t@example.com', E'줄\\n\\\\N', null, '');
                insert into session (token_hash, account_id, expires_at) select '\\x00ff', max(account_id), 'infinity' from account;
                insert into wallet values (1, 'KRW', 5, 1);
                insert into posting values (1, 1, 5, 5, jari_now(), 0, 1, 'KRW', 'a', 'wallet', 'credit', 'test'),
                                           (1, 1, -5, null, jari_now(), 0, 2, 'KRW', 'a', 'house:test', 'credit', 'test')
                """);
        export = folder.resolve("export.tar.gz");
        Export.write(SOURCE, export, OUT);
        restore(export, RESTORED);
    }

    @Test
    void whatComesOutIsWhatWentIn() throws Exception {
        var before = contents(SOURCE);
        assertThat(before).hasSizeGreaterThan(40);
        before.put("session", "none");
        assertThat(contents(RESTORED)).isEqualTo(before);
        assertThat(texts(RESTORED, SHAPE)).isEqualTo(texts(SOURCE, SHAPE)).hasSizeGreaterThan(100);
        assertThatThrownBy(() -> execute(RESTORED, "delete from posting")).hasMessageContaining("never changed");
    }

    @Test
    void numbersThatWereGivenOutAreNotGivenOutAgain() throws Exception {
        assertThat(number(RESTORED, "select nextval('partition_version')"))
                .isGreaterThan(number(SOURCE, "select last_value from partition_version") + 999_999_999);
        assertThat(number(RESTORED, "select nextval('account_account_id_seq')"))
                .isGreaterThan(number(SOURCE, "select max(account_id) from account") + 999_999);
        assertThat(number(RESTORED, "select nextval('hotel_hotel_id_seq')")).isGreaterThan(10_000);
    }

    @Test
    void oneWhoWritesMeanwhileIsInItWholeOrNotAtAll() throws Exception {
        try (var writer = SOURCE.dataSource().getConnection();
                var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("insert into payment_callback values ('nobody', '1', '', '', now())");
            var file = folder.resolve("meanwhile.tar.gz");
            Export.write(SOURCE, file, OUT);
            var target = TestPostgres.empty();
            restore(file, target);
            assertThat(number(target, "select count(*) from payment_callback")).isZero();
            writer.rollback();
        }
    }

    @Test
    void whatIsThereIsNotOverwritten() {
        assertThatThrownBy(() -> Export.write(SOURCE, export, OUT)).hasMessageContaining("not overwritten");
        var filled = TestPostgres.freshUrl();
        assertThatThrownBy(() -> restore(export, filled))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is not empty: it has a table account");
    }

    @Test
    void aChangedByteIsFoundBeforeAnythingIsWritten() throws Exception {
        var changed = Tampered.changed(export, "tables/hotel/000001"::equals, bytes -> {
            bytes[0] ^= 1;
            return bytes;
        });
        assertThatThrownBy(() -> new Archive(changed).check(OUT))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("tables/hotel/000001 is not what was written");
    }

    @Test
    void aMissingPartIsFound() throws Exception {
        new Archive(Tampered.changed(export, _ -> false, bytes -> bytes)).check(OUT); // as it is, it is whole
        var cut = Tampered.cutOff(export);
        assertThatThrownBy(() -> new Archive(cut).check(OUT)).hasMessageContaining("is not whole: it ends too early");
        var bare = Tampered.without(export, Manifest.NAME::equals);
        assertThatThrownBy(() -> new Archive(bare).check(OUT)).hasMessageContaining("has no manifest");
    }

    @Test
    void aNewerReleasesIsRefused() throws Exception {
        var newer = Tampered.manifest(export, manifest -> manifest.put("schema", 9_999));
        assertThatThrownBy(() -> new Restore(List.of())
                        .run(List.of(newer.toString()), new DataFolder(folder.resolve("none")), Map.of(), OUT))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("whose schema is 9999; this release knows " + Migrations.newest());
    }

    @Test
    void whatIsHalfRestoredIsServedByNobody() throws Exception {
        var wrong = Tampered.manifest(export, manifest -> {
            for (var table : manifest.path("tables")) {
                if (table.path("name").asText().equals("session")) {
                    ((ObjectNode) table).put("rows", 2);
                }
            }
        });
        var target = TestPostgres.empty();
        assertThatThrownBy(() -> restore(wrong, target))
                .hasMessageContaining("should have 2 rows of session, and has 1");
        assertThat(number(target, "select count(*) from hotel"))
                .as("nothing of it")
                .isZero();
        assertThatThrownBy(() -> Migrations.run(target)).hasMessageContaining("began and did not end");
        assertThatThrownBy(() -> restore(export, target)).hasMessageContaining("began and did not end");
        execute(target, "drop schema jari_restoring");
        Migrations.run(target); // it is the mark that stops it
    }

    private static void restore(Path file, DatabaseUrl target) throws Exception {
        var archive = new Archive(file);
        new Restore(List.of(new EndedAccess())).export(archive, archive.check(OUT), target, OUT);
    }

    /** Keys, indexes, triggers. */
    private static final String SHAPE = """
            select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated from pg_constraint
             where connamespace = 'public'::regnamespace
            union all
            select indexdef from pg_indexes where schemaname = 'public'
            union all
            select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
            order by 1
            """;

    /** A sum over all rows of each table. */
    private static Map<String, String> contents(DatabaseUrl url) throws SQLException {
        var contents = new TreeMap<String, String>();
        for (var table : texts(
                url, "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'")) {
            if (!table.equals("flyway_schema_history")) {
                contents.put(
                        table,
                        texts(
                                        url,
                                        "select coalesce(md5(string_agg(t::text, '|' order by t::text)), 'none') from "
                                                + table + " t")
                                .getFirst());
            }
        }
        return contents;
    }

    private static List<String> texts(DatabaseUrl url, String sql) throws SQLException {
        try (var connection = url.dataSource().getConnection()) {
            return Catalog.texts(connection, sql);
        }
    }

    private static long number(DatabaseUrl url, String sql) throws SQLException {
        return Long.parseLong(texts(url, sql).getFirst());
    }

    private static void execute(DatabaseUrl url, String sql) throws SQLException {
        try (var connection = url.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
