package io.jari;

import io.jari.account.EndedAccess;
import io.jari.account.ResetPassword;
import io.jari.db.Database;
import io.jari.db.Migrations;
import io.jari.db.StartRefused;
import io.jari.db.Verb;
import io.jari.load.Load;
import io.jari.measure.StoreBench;
import io.jari.moving.Backup;
import io.jari.moving.Export;
import io.jari.moving.Move;
import io.jari.moving.Restore;
import io.jari.setting.SettingRefused;
import io.jari.verify.Verify;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Supplier;

/** The entry of every verb of the launcher that runs inside the server's own jar. */
@QuarkusMain
public final class Main {
    /** The verbs beside {@code start}. */
    private static final Map<String, Supplier<Verb>> VERBS = Map.of(
            "bench-store", StoreBench::new,
            "load", Load::new,
            "reset-password", ResetPassword::new,
            "verify", Verify::new);

    /** Those that copy the database, or make one of a copy. */
    private static final Map<String, Supplier<Move>> MOVES = Map.of(
            "backup", Backup::new,
            "export", Export::new,
            "restore", () -> new Restore(List.of(new EndedAccess())));

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] args) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        var words = Arrays.asList(args);
        var verb = words.isEmpty() ? "start" : words.getFirst();
        var arguments = words.subList(Math.min(1, words.size()), words.size());
        try {
            var options = StartOptions.parse(arguments, System.getenv());
            if (verb.equals("start")) {
                new Start(options, System.out).run(System.getenv());
            } else if (VERBS.containsKey(verb)) {
                System.exit(beside(VERBS.get(verb).get(), options));
            } else if (MOVES.containsKey(verb)) {
                System.exit(move(MOVES.get(verb).get(), options));
            } else {
                throw new StartRefused("There is no verb " + verb + "; see ./jari --help");
            }
        } catch (StartRefused refusal) {
            System.err.println("jari: " + refusal.getMessage());
            System.exit(refusal instanceof SettingRefused ? MISUSED : FAILED);
        }
    }

    private static int move(Move move, StartOptions options) throws Exception {
        try {
            return move.run(options.rest(), options.folder(), System.getenv(), System.out);
        } catch (IOException | SQLException e) {
            throw new StartRefused("It can't be done: " + e.getMessage(), e); // a full disk, a database that went away
        }
    }

    private static int beside(Verb verb, StartOptions options) throws Exception {
        var database = Database.forVerb(options.folder(), System.getenv());
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-database"));
        var url = database.start();
        Migrations.run(url);
        return verb.run(options.rest(), url.dataSource(), System.out);
    }
}
