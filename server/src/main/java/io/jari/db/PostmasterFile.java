package io.jari.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a running PostgreSQL says of itself in {@code postmaster.pid}. */
record PostmasterFile(long pid, int port, boolean ready) {
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static Optional<PostmasterFile> read(Path cluster) {
        try {
            var lines = Files.readAllLines(path(cluster));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            var ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(PID_LINE).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()),
                    ready));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Path path(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /**
     * Whether the process is there and is PostgreSQL. After a reboot its number may be another program's, and in a
     * container whose first process reaps nobody a killed PostgreSQL stays as a zombie.
     */
    boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(c -> c.endsWith("postgres"))
                        .orElse(!zombieOrForeign()))
                .isPresent();
    }

    private boolean zombieOrForeign() {
        var stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(stat)) {
            return false; // not Linux: nothing more can be known
        }
        try {
            var text = Files.readString(stat);
            var state = text.charAt(text.lastIndexOf(')') + 2);
            return state == 'Z' || state == 'X' || !text.contains("(postgres)");
        } catch (IOException e) {
            return true;
        }
    }
}
