package io.jari;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds the process that listens on a port: from Linux's /proc, else by lsof. */
final class PortHolder {
    private static final String LISTENING = "0A";

    private PortHolder() {}

    static String of(int port) {
        return byProc(port).or(() -> byLsof(port)).map(PortHolder::describe).orElse("another process");
    }

    private static String describe(long pid) {
        var name = ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).getFileName().toString());
        return name.map(text -> text + " (pid " + pid + ")").orElse("pid " + pid);
    }

    private static Optional<Long> byProc(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 9 && fields[3].equals(LISTENING))
                .filter(fields -> fields[1].endsWith(":%04X".formatted(port)))
                .flatMap(fields -> holderOfSocket("socket:[" + fields[9] + "]").stream())
                .findFirst();
    }

    private static Optional<Long> holderOfSocket(String socket) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> links(Path.of("/proc", Long.toString(pid), "fd")).anyMatch(socket::equals))
                .findFirst();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Stream<String> links(Path folder) {
        try (var files = Files.list(folder)) {
            return files.flatMap(PortHolder::target).toList().stream();
        } catch (IOException e) {
            return Stream.empty(); // another user's process
        }
    }

    private static Stream<String> target(Path link) {
        try {
            return Stream.of(Files.readSymbolicLink(link).toString());
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<Long> byLsof(int port) {
        try {
            var lsof = new ProcessBuilder(
                            List.of("lsof", "-nP", String.format(Locale.ROOT, "-iTCP:%d", port), "-sTCP:LISTEN", "-Fp"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var lines = lsof.inputReader().lines()) {
                var pid = lines.filter(line -> line.startsWith("p"))
                        .map(line -> Long.valueOf(line.substring(1)))
                        .findFirst();
                lsof.waitFor(5, TimeUnit.SECONDS);
                return pid;
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
