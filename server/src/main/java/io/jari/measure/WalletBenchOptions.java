package io.jari.measure;

import io.jari.db.StartRefused;
import io.jari.wallet.WalletSettings;
import java.util.ArrayDeque;
import java.util.List;

/** What the command line asks for; the wallets' settings among it. */
record WalletBenchOptions(
        int accounts,
        String strategy,
        int clients,
        int seconds,
        int warmup,
        int writers,
        int accountsPerCommit,
        int batch,
        int connections)
        implements WalletSettings {
    private static final int MOST_ACCOUNTS = 1_000_000;
    private static final int MOST_CLIENTS = 8_000;
    private static final int MOST_CONNECTIONS = 64;

    static WalletBenchOptions parse(List<String> arguments) {
        var accounts = 1;
        var strategy = "group-commit";
        var clients = 256;
        var seconds = 10;
        var warmup = 5;
        var writers = 2;
        var accountsPerCommit = 128;
        var batch = 512;
        var connections = 4;
        var words = new ArrayDeque<>(arguments);
        while (!words.isEmpty()) {
            var word = words.removeFirst();
            switch (word) {
                case "--accounts" -> accounts = number(word, words, 1, MOST_ACCOUNTS);
                case "--strategy" -> strategy = value(word, words);
                case "--clients" -> clients = number(word, words, 1, MOST_CLIENTS);
                case "--seconds" -> seconds = number(word, words, 1, 3_600);
                case "--warmup" -> warmup = number(word, words, 0, 600);
                case "--writers" -> writers = number(word, words, 1, MOST_CONNECTIONS);
                case "--accounts-per-commit" -> accountsPerCommit = number(word, words, 1, MOST_ACCOUNTS);
                case "--batch" -> batch = number(word, words, 1, MOST_CLIENTS);
                case "--connections" -> connections = number(word, words, 1, MOST_CONNECTIONS);
                default -> throw new StartRefused("bench wallet does not know " + word + "; see ./jari bench --help");
            }
        }
        return new WalletBenchOptions(
                accounts, strategy, clients, seconds, warmup, writers, accountsPerCommit, batch, connections);
    }

    private static int number(String option, ArrayDeque<String> words, int least, int most) {
        var text = value(option, words);
        try {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new StartRefused("%s takes a number from %d to %d, not %s".formatted(option, least, most, text));
    }

    private static String value(String option, ArrayDeque<String> words) {
        if (words.isEmpty()) {
            throw new StartRefused(option + " needs a value");
        }
        return words.removeFirst();
    }

    /** As many as can be in use at once. */
    int poolSize() {
        return Math.max(writers, connections);
    }

    @Override
    public int deadlineMillis() {
        return 60_000;
    }

    @Override
    public String guards() {
        return "on";
    }
}
