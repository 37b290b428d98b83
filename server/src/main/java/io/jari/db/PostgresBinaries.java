package io.jari.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once into the data folder. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    static void unpack(DataFolder folder) {
        if (Files.exists(folder.binaries().resolve("bin/postgres"))) {
            return;
        }
        var archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (var packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new StartRefused(
                        "No PostgreSQL for this kind of machine is built in (%s). Run one yourself and name it in JARI_DB_URL."
                                .formatted(archive));
            }
            // A start cut off halfway leaves only the temporary folder, so a folder with the right name is whole.
            var temporary = Files.createTempDirectory(folder.root(), ".unpack");
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack(packed, temporary);
            Files.move(temporary, folder.binaries(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartRefused("PostgreSQL can't be unpacked into %s: %s".formatted(folder.root(), e), e);
        }
    }

    static String archive(String system, String architecture) {
        var family = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : system.toLowerCase(Locale.ROOT);
        var bits = switch (architecture) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> architecture;
        };
        return "postgres-%s-%s.txz".formatted(family, bits);
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("an entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, target.resolve(entry.getLinkName()));
        } else {
            copy(content, path, (entry.getMode() & 0100) != 0);
        }
    }

    private static void copy(InputStream content, Path path, boolean executable) throws IOException {
        try {
            Files.copy(content, path);
        } catch (FileAlreadyExistsException e) {
            Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
