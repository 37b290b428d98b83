package io.jari.bench.redis;

import io.jari.bench.api.OwnServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import redis.embedded.RedisServer;

/** A Redis started for one run, that keeps nothing on disk: the machine's own, or the one that comes with a library. */
public final class OwnRedis implements AutoCloseable {
    private static final String PROGRAM = "redis-server";
    private static final int STOP_SECONDS = 10;

    private final int port;
    private final String what;
    private final Stop stop;

    private interface Stop {
        void run() throws IOException, InterruptedException;
    }

    private OwnRedis(int port, String what, Stop stop) {
        this.port = port;
        this.what = what;
        this.stop = stop;
    }

    /** Whether the libraries are there: in a source tree they are. */
    public static boolean isThere() {
        try {
            Class.forName("redis.embedded.RedisServer");
            Class.forName("org.redisson.Redisson");
            return true;
        } catch (ClassNotFoundException inAnArchive) {
            return false;
        }
    }

    public static OwnRedis start() throws IOException {
        var port = OwnServer.freePort();
        var installed = installed();
        if (installed.isEmpty()) {
            var embedded = RedisServer.newRedisServer()
                    .port(port)
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .build();
            embedded.start();
            return new OwnRedis(port, "embedded Redis", embedded::stop);
        }
        var process = new ProcessBuilder(
                        installed.get().toString(), "--port", "" + port, "--save", "", "--appendonly", "no")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new OwnRedis(port, installed.get().toString(), () -> {
            process.destroy();
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        });
    }

    private static Optional<Path> installed() {
        var path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** For people. */
    public String what() {
        return what;
    }

    @Override
    public void close() {
        try {
            stop.run();
        } catch (IOException e) {
            System.err.println("Redis was not stopped: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
