package io.jari.load;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.jari.account.Token;
import io.jari.account.TokenHash;
import io.jari.db.Partition;
import io.jari.db.StartRefused;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** Accounts that are signed in, for load tests. Their tokens go to a file; nobody knows their password. */
final class People {
    private static final Duration LIFE = Duration.ofDays(365);
    private static final int PEOPLE_A_REPORT = 1_000;
    private static final String FAMILY = "김이박최정강조윤장임한오서신권황안송류홍";
    private static final List<String> GIVEN = List.of(
            "민준", "서연", "도윤", "서윤", "시우", "지우", "하준", "하은", "주원", "지유", "지호", "수아", "준서", "채원", "건우", "다은", "현우", "예린",
            "선우", "소율", "유진", "나은", "은우", "하린");

    private final DataSource database;
    private final LongConsumer written;

    People(DataSource database, LongConsumer written) {
        this.database = database;
        this.written = written;
    }

    /** Makes so many and writes one token a line; where that fails, neither accounts nor file are left. Their ids. */
    List<Long> load(int people, Path tokens) throws SQLException, IOException {
        try (var connection = database.getConnection();
                var file = create(tokens)) {
            connection.setAutoCommit(false);
            var ids = reserve(connection, people);
            accounts(connection, ids, "guest%d@load.invalid");
            sessions(connection, ids, file, written);
            heads(connection, ids);
            file.flush();
            connection.commit();
            return ids;
        } catch (SQLException | IOException e) {
            Files.deleteIfExists(tokens);
            throw e;
        }
    }

    private static BufferedWriter create(Path tokens) throws IOException {
        try {
            var channel = Files.newByteChannel(
                    tokens,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return new BufferedWriter(Channels.newWriter(channel, StandardCharsets.US_ASCII));
        } catch (FileAlreadyExistsException e) {
            throw new StartRefused("The file %s is there already; name another by --tokens".formatted(tokens), e);
        }
    }

    static List<Long> reserve(Connection connection, int people) throws SQLException {
        try (var select = connection.prepareStatement(
                "select nextval(pg_get_serial_sequence('account', 'account_id')) from generate_series(1, ?)")) {
            select.setInt(1, people);
            var ids = new ArrayList<Long>(people);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    /** @param email with the account's id in it */
    static void accounts(Connection connection, List<Long> ids, String email) throws SQLException {
        var hash = hashOfNobodysPassword();
        try (var copy = new TextCopy(connection, "account (account_id, email, name, password_hash)")) {
            for (long id : ids) {
                var name = FAMILY.charAt((int) (id % FAMILY.length())) + GIVEN.get((int) (id * 7 % GIVEN.size()));
                copy.row(id, email.formatted(id), name, hash);
            }
            copy.end();
        }
    }

    /** One for each; their tokens go to the file, one a line. */
    static void sessions(Connection connection, List<Long> ids, Appendable file, LongConsumer written)
            throws SQLException, IOException {
        var expires = now(connection).plus(LIFE);
        try (var copy = new TextCopy(connection, "session (token_hash, account_id, expires_at, user_agent)")) {
            for (var i = 0; i < ids.size(); i++) {
                var token = Token.fresh();
                copy.row("\\x" + HexFormat.of().formatHex(TokenHash.of(token).bytes()), ids.get(i), expires, "load");
                file.append(token).append('\n');
                if ((i + 1) % PEOPLE_A_REPORT == 0) {
                    written.accept(PEOPLE_A_REPORT);
                }
            }
            copy.end();
            written.accept(ids.size() % PEOPLE_A_REPORT);
        }
    }

    static void heads(Connection connection, List<Long> ids) throws SQLException {
        try (var copy = new TextCopy(connection, "partition_head (id, kind)")) {
            for (long id : ids) {
                copy.row(id, Partition.Kind.ACCOUNT.code());
            }
            copy.end();
        }
    }

    private static Instant now(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select jari_now()");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static String hashOfNobodysPassword() {
        var random = new SecureRandom();
        var password = new byte[32];
        var salt = new byte[16];
        random.nextBytes(password);
        random.nextBytes(salt);
        return Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID)
                .hash(password, salt)
                .getResult();
    }
}
