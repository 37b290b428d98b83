package io.jari.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Where one installation keeps everything it writes, and what lies where in it. */
public record DataFolder(Path root) {
    public static final String POSTGRES_VERSION = "18.6.0";

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    Path binaries() {
        return root.resolve("postgres-" + POSTGRES_VERSION);
    }

    /** The built-in database's own files. */
    public Path cluster() {
        return root.resolve("postgres");
    }

    /** The built-in database's password. */
    public Path password() {
        return root.resolve("db.password");
    }

    /** The address of the running database, password included: for further processes of the same user. */
    public Path databaseUrl() {
        return root.resolve("db.url");
    }

    /** Is there from the beginning of a restore to its end. */
    Path restoring() {
        return root.resolve("restoring");
    }

    public Path log() {
        return root.resolve("log");
    }

    void create() {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new StartRefused("The data folder %s can't be made: %s".formatted(root, e), e);
        }
        if (!Files.isWritable(root)) {
            throw new StartRefused(
                    "The data folder %s belongs to %s and can't be written by %s. Start as %s, or choose another folder by --data."
                            .formatted(root, ownerOf(root), System.getProperty("user.name"), ownerOf(root)));
        }
    }

    static String ownerOf(Path path) {
        try {
            return Files.getOwner(path).getName();
        } catch (IOException e) {
            return "an unknown user";
        }
    }

    /** Writes a file that only this user may read, whole or not at all. */
    static void writePrivately(Path file, String text) {
        var parent = file.toAbsolutePath().getParent();
        try {
            var temporary = Files.createTempFile(
                    parent,
                    "." + file.getFileName(),
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartRefused("The file %s can't be written: %s".formatted(file, e), e);
        }
    }
}
