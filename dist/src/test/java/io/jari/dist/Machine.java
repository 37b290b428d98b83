package io.jari.dist;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A machine with a Java that can't compile, a few programs that every system has, and an ordinary user with an empty environment: what an
 * archive must get along with. It lies in the folder for temporary files, since a checkout may be where only its owner may enter.
 */
final class Machine implements AutoCloseable {
    private static final List<String> PROGRAMS = List.of(
            "sh", "cat", "dirname", "env", "find", "head", "id", "mkdir", "mv", "readlink", "rm", "sed", "sort");

    /** As root, becomes nobody, who has this number nearly everywhere; others are ordinary already. */
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs", "--");

    private final Path root;

    /** How a program ended, and its words. */
    record Ended(int exitCode, String text) {}

    Machine() throws IOException {
        root = Files.createTempDirectory("jari-dist");
        mode(root, "rwxr-xr-x");
        for (var program : PROGRAMS) {
            Files.createSymbolicLink(
                    folder("bin").resolve(program), program(program).orElseThrow());
        }
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    static Optional<Path> program(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A folder that everybody may read. */
    Path folder(String name) throws IOException {
        return mode(Files.createDirectories(root.resolve(name)), "rwxr-xr-x");
    }

    /** A folder that everybody may write. */
    Path openFolder(String name) throws IOException {
        return mode(Files.createDirectories(root.resolve(name)), "rwxrwxrwx");
    }

    /** The Java of this process, without its compiler. */
    Path jre() throws IOException {
        var jre = folder("jre");
        var java = Path.of(System.getProperty("java.home"));
        if (!Files.exists(jre.resolve("release"))) {
            Files.createSymbolicLink(folder("jre/bin").resolve("java"), java.resolve("bin/java"));
            Files.createSymbolicLink(jre.resolve("release"), java.resolve("release"));
        }
        return jre;
    }

    /** The ordinary user's command, with nothing from our environment. */
    ProcessBuilder command(Map<String, String> environment, List<String> words) {
        var line = new ArrayList<>(isRoot() ? AS_NOBODY : List.of());
        line.addAll(List.of("env", "-i", "PATH=" + root.resolve("bin")));
        environment.forEach((name, value) -> line.add(name + "=" + value));
        line.addAll(words);
        return new ProcessBuilder(line).directory(new File("/")).redirectErrorStream(true);
    }

    Ended run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        return ended(command(environment, List.of(words)));
    }

    static Ended ended(ProcessBuilder command) throws IOException, InterruptedException {
        var process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }

    static Path mode(Path path, String permissions) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    @Override
    public void close() throws IOException {
        try (var folders = Files.walk(root)) {
            for (var folder : folders.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                mode(folder, "rwxr-xr-x");
            }
        }
        try (var all = Files.walk(root)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
