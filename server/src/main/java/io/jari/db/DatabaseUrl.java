package io.jari.db;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the database is and how to sign in. Its text form leaves the password out. */
public record DatabaseUrl(String jdbcUrl, String user, String password) {
    private static final String FORMS =
            "JARI_DB_URL must look like postgres://user:password@host:5432/name or jdbc:postgresql://host:5432/name";

    /** Reads {@code jdbc:postgresql:}, {@code postgresql:} and {@code postgres:} addresses; user and password may come apart. */
    public static DatabaseUrl parse(String text, Map<String, String> environment) {
        var uri = uri(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
        var user = environment.getOrDefault("JARI_DB_USER", "");
        var password = environment.getOrDefault("JARI_DB_PASSWORD", "");
        @Nullable String userInfo = uri.getRawUserInfo();
        if (userInfo != null) {
            var parts = userInfo.split(":", 2);
            user = decode(parts[0]);
            password = parts.length > 1 ? decode(parts[1]) : password;
        }
        var rest = new ArrayList<String>();
        for (var parameter :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            if (parameter.startsWith("user=")) {
                user = decode(parameter.substring("user=".length()));
            } else if (parameter.startsWith("password=")) {
                password = decode(parameter.substring("password=".length()));
            } else {
                rest.add(parameter);
            }
        }
        if (user.isEmpty()) {
            throw new StartRefused("JARI_DB_URL names no user: write it into the URL or set JARI_DB_USER");
        }
        var address = uri.getRawAuthority().substring(userInfo == null ? 0 : userInfo.length() + 1);
        var query = rest.isEmpty() ? "" : "?" + String.join("&", rest);
        return new DatabaseUrl("jdbc:postgresql://" + address + uri.getRawPath() + query, user, password);
    }

    private static URI uri(String text) {
        try {
            var uri = URI.create(text);
            var known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (known && uri.getRawAuthority() != null && uri.getRawPath().length() > 1) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // The text may hold a password, so neither it nor the parser's message, which repeats it, is shown.
            throw new StartRefused(FORMS);
        }
        throw new StartRefused(FORMS);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The whole address in one line, password included. */
    String withPassword() {
        var userInfo = URLEncoder.encode(user, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
        return jdbcUrl.replaceFirst("jdbc:postgresql://", "postgres://" + userInfo + "@");
    }

    /** Of a data source that is not pooled, as verbs are given it. */
    public static DatabaseUrl of(DataSource dataSource) throws SQLException {
        if (!dataSource.isWrapperFor(PGSimpleDataSource.class)) {
            throw new StartRefused("It needs a PostgreSQL whose address is known");
        }
        var source = dataSource.unwrap(PGSimpleDataSource.class);
        return new DatabaseUrl(
                String.valueOf(source.getURL()),
                String.valueOf(source.getUser()),
                String.valueOf(source.getPassword()));
    }

    /** Another database of the same PostgreSQL. */
    public DatabaseUrl beside(String database) {
        return new DatabaseUrl(
                jdbcUrl.replaceFirst("^(jdbc:postgresql://[^/?]+/)[^?]*", "$1" + database), user, password);
    }

    /** Pooled as a server's. */
    public AgroalDataSource pool(int size) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.initialSize(size)
                        .maxSize(size)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(jdbcUrl)
                                .principal(new NamePrincipal(user))
                                .credential(new SimplePassword(password)))));
    }

    /** Single connections, unpooled: for the work before and beside the server. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setURL(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(5);
        source.setApplicationName("jari");
        return source;
    }

    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
