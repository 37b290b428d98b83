package io.jari.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is free where the database keeps its data; empty where this process cannot see that. */
interface FreeSpace {
    OptionalLong bytes(Connection connection) throws SQLException;

    /** Looks at the disk, provided that the server runs on this machine and says where its data are. */
    static OptionalLong ofThisMachine(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                        select host(inet_server_addr()), setting from pg_settings where name = 'data_directory'
                        """);
                var rows = select.executeQuery()) {
            if (!rows.next() || rows.getString(2) == null || !here(rows.getString(1))) {
                return OptionalLong.empty();
            }
            var folder = Path.of(rows.getString(2));
            return Files.isDirectory(folder)
                    ? OptionalLong.of(Files.getFileStore(folder).getUsableSpace())
                    : OptionalLong.empty();
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    private static boolean here(@Nullable String server) throws UnknownHostException {
        return server == null || InetAddress.getByName(server).isLoopbackAddress();
    }
}
