package io.jari;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** One server for all JVMs of tests that run at the same time: the first starts it, the last stops it. */
final class SharedServer {
    private static final Path FOLDER = Path.of("target", "it").toAbsolutePath();
    private static final Path WHERE = FOLDER.resolve("shared.server");

    private SharedServer() {}

    static JariServer join() {
        try {
            Files.createDirectories(FOLDER);
            // Kept as long as this JVM lives: whoever has it alone is the first, or the last.
            var users = open("shared.users");
            try (var turns = open("shared.turn");
                    var _ = turns.lock()) {
                var server = isAlone(users) ? started() : running();
                var _ = users.lock(0, Long.MAX_VALUE, true);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(server, users)));
                return server;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileChannel open(String name) throws IOException {
        return FileChannel.open(
                FOLDER.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static boolean isAlone(FileChannel users) throws IOException {
        FileLock lock = users.tryLock();
        if (lock == null) {
            return false;
        }
        lock.release();
        return true;
    }

    private static JariServer started() throws IOException {
        var server = JariServer.start(Map.of());
        Files.write(
                WHERE,
                List.of(
                        server.data().toString(),
                        server.logFile().toString(),
                        Long.toString(server.pid()),
                        Integer.toString(server.url().getPort()),
                        Integer.toString(server.internalUrl().getPort())));
        return server;
    }

    private static JariServer running() throws IOException {
        var where = Files.readAllLines(WHERE);
        var process = ProcessHandle.of(Long.parseLong(where.get(2)))
                .orElseThrow(() -> new IllegalStateException("the shared server has ended"));
        return JariServer.running(
                Path.of(where.get(0)),
                Path.of(where.get(1)),
                process,
                Integer.parseInt(where.get(3)),
                Integer.parseInt(where.get(4)));
    }

    private static void leave(JariServer server, FileChannel users) {
        try (var turns = open("shared.turn");
                var _ = turns.lock()) {
            users.close(); // and with it its lock
            try (var others = open("shared.users")) {
                if (isAlone(others)) {
                    server.close();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
