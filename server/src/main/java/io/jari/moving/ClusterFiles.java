package io.jari.moving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What there is to copy of a database's folder. What PostgreSQL makes anew at each start is left out, as its own tool leaves it out. */
final class ClusterFiles {
    /** Only the folder itself is wanted; the log's files come at the end. */
    private static final Set<String> EMPTY_FOLDERS = Set.of(
            "pg_wal",
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    /** The last one is written at each start, with the port. */
    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "backup_label.old",
            "tablespace_map",
            "tablespace_map.old",
            "backup_manifest",
            "postgresql.auto.conf.tmp",
            "current_logfiles",
            "start.log",
            "log",
            "jari.conf");

    private final Path cluster;

    ClusterFiles(Path cluster) {
        this.cluster = cluster;
    }

    /** @param path from the database's folder on */
    record Found(Path path, boolean directory, long size) {}

    /** Folders before what is in them. */
    List<Found> list() throws IOException {
        var found = new ArrayList<Found>();
        Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var path = cluster.relativize(folder);
                if (folder.equals(cluster)) {
                    return FileVisitResult.CONTINUE;
                }
                if (leftOut(path)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                found.add(new Found(path, true, 0));
                return EMPTY_FOLDERS.contains(path.toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var path = cluster.relativize(file);
                // The log's folder may lie elsewhere.
                if (EMPTY_FOLDERS.contains(path.toString())) {
                    found.add(new Found(path, true, 0));
                } else if (!leftOut(path)) {
                    found.add(new Found(path, false, attributes.size()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                if (Files.exists(file)) {
                    throw new UncheckedIOException(failure);
                }
                return FileVisitResult.CONTINUE; // dropped since
            }
        });
        return found;
    }

    private static boolean leftOut(Path path) {
        var name = path.getFileName().toString();
        return (path.getNameCount() == 1 && LEFT_OUT.contains(name))
                || name.startsWith("pgsql_tmp")
                || name.startsWith("pg_internal.init");
    }
}
