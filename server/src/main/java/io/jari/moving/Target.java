package io.jari.moving;

import io.jari.db.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Which file a verb is about. */
final class Target {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private Target() {}

    /** The only argument. */
    static Path of(String verb, List<String> arguments) {
        if (arguments.size() != 1 || arguments.getFirst().startsWith("-")) {
            var wrong = arguments.stream().filter(word -> word.startsWith("-")).findFirst();
            throw new StartRefused(wrong.map(word -> verb + " does not know " + word)
                            .orElse(verb + " takes one file") + "; see ./jari " + verb + " --help");
        }
        return Path.of(arguments.getFirst()).toAbsolutePath().normalize();
    }

    /** The same, where a folder stands for a file in it with the time in its name. */
    static Path toWrite(String verb, List<String> arguments) {
        var path = of(verb, arguments);
        if (Files.isDirectory(path)) {
            return path.resolve("jari-%s-%s.tar.gz".formatted(verb, NAME.format(Instant.now())));
        }
        var folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StartRefused("There is no folder %s to write into.".formatted(folder));
        }
        return path;
    }
}
