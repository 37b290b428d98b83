package io.jari.db;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom PostgreSQL runs: it refuses to be root. An ordinary user runs it directly. Root runs it in a user namespace of
 * its own, where the files stay root's; where that is forbidden, as another user who then owns the database's files.
 *
 * @param prefix the words before PostgreSQL's own command line
 * @param uid who owns the database's files
 */
record PostgresUser(List<String> prefix, long uid, long gid) {
    private static final Duration PROBE = Duration.ofSeconds(5);

    static PostgresUser choose(DataFolder folder) {
        var self = new UnixSystem();
        var me = new PostgresUser(List.of(), self.getUid(), self.getGid());
        var cluster = folder.cluster();
        if (me.uid != 0) {
            if (Files.exists(cluster) && owner(cluster) != me.uid) {
                throw new StartRefused(
                        "The database in %s belongs to %s, not to %s who starts this. Start as %s, or choose another folder by --data."
                                .formatted(
                                        cluster,
                                        DataFolder.ownerOf(cluster),
                                        System.getProperty("user.name"),
                                        DataFolder.ownerOf(cluster)));
            }
            return usable(List.of(me, unshared(me)), folder);
        }
        if (Files.exists(cluster) && owner(cluster) != 0) {
            return usable(as(owner(cluster), group(cluster)), folder);
        }
        return instead(folder, me);
    }

    private static PostgresUser unshared(PostgresUser user) {
        return new PostgresUser(List.of("unshare", "-U"), user.uid, user.gid);
    }

    private static PostgresUser instead(DataFolder folder, PostgresUser root) {
        if (!"setpriv".equals(System.getenv("JARI_ROOT_BY"))) {
            var unshared = unshared(root);
            if (unshared.reaches(folder)) {
                return unshared;
            }
        }
        if (Files.exists(folder.cluster())) {
            throw new StartRefused(
                    "The database in %s is root's, which PostgreSQL accepts only in a user namespace, and this machine now refuses \"unshare -U\". Give the files to another user (chown -R) and start again."
                            .formatted(folder.cluster()));
        }
        var candidates = new ArrayList<PostgresUser>();
        for (Path path = folder.root(); path != null; path = path.getParent()) {
            if (owner(path) != 0) {
                candidates.addAll(as(owner(path), group(path)));
            }
        }
        candidates.addAll(as(id("-u"), id("-g")));
        return usable(candidates, folder);
    }

    /** The ways to become another user, best first. */
    private static List<PostgresUser> as(long uid, long gid) {
        var setpriv = List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--");
        var name = Command.run(Path.of("/"), List.of("id", "-nu", Long.toString(uid)), PROBE);
        var ways = new ArrayList<>(List.of(new PostgresUser(setpriv, uid, gid)));
        if (name.succeeded()) {
            ways.add(new PostgresUser(List.of("runuser", "-u", name.output(), "--"), uid, gid));
        }
        ways.add(new PostgresUser(List.of("sudo", "-n", "-u", "#" + uid), uid, gid));
        return ways;
    }

    private static PostgresUser usable(List<PostgresUser> candidates, DataFolder folder) {
        return candidates.stream()
                .filter(candidate -> candidate.reaches(folder))
                .findFirst()
                .orElseThrow(() -> new StartRefused(
                        "PostgreSQL can't be run by %s. It refuses root, and users without a name; the ways around (unshare -U, setpriv, runuser, sudo) fail here or can't enter %s. Start as an ordinary user, or choose a folder everyone may enter by --data."
                                .formatted(System.getProperty("user.name"), folder.root())));
    }

    /** Whether the programs run this way, and as a user with a name, which initdb asks for. */
    private boolean reaches(DataFolder folder) {
        var postgres = folder.binaries().resolve("bin/postgres");
        return runs("id", "-nu") && runs(postgres, "--version");
    }

    private boolean runs(Object... words) {
        return Command.run(Path.of("/"), Command.line(prefix, words), PROBE).succeeded();
    }

    void own(Path path) throws IOException {
        if (owner(path) != uid) {
            Files.setAttribute(path, "unix:gid", (int) gid);
            Files.setAttribute(path, "unix:uid", (int) uid);
        }
    }

    private static long id(String option) {
        var id = Command.run(Path.of("/"), List.of("id", option, "nobody"), PROBE);
        return id.succeeded() ? Long.parseLong(id.output()) : 65_534;
    }

    private static long owner(Path path) {
        return attribute(path, "unix:uid");
    }

    private static long group(Path path) {
        return attribute(path, "unix:gid");
    }

    private static long attribute(Path path, String name) {
        try {
            return ((Number) Files.getAttribute(path, name)).longValue();
        } catch (IOException e) {
            throw new StartRefused("%s can't be examined: %s".formatted(path, e), e);
        }
    }
}
