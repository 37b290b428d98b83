package io.jari.bench.strategies;

import io.jari.bench.cli.Options;
import java.util.List;

/** A way to sell what many want, by the name of its setting. */
enum Strategy {
    GROUP_COMMIT("group-commit", "Many requests, one transaction, decided in order of arrival."),
    PESSIMISTIC(
            "pessimistic",
            "SELECT … FOR UPDATE, rows in the order of their key. The write-ups: safe, and scales badly where many want"
                    + " the same."),
    OPTIMISTIC(
            "optimistic",
            "A version read with the row must be there when it is written; again where it is not. The write-ups: faster"
                    + " while few want the same, and collapses when many do."),
    CONSTRAINT(
            "constraint",
            "The table's CHECK, or the key of a claimed seat, refuses what is too much. The write-ups: simple, and fails"
                    + " often."),
    DISTRIBUTED_LOCK(
            "distributed-lock",
            "A lock in Redis (Redisson) around the transaction, the constraint beneath it. The write-ups: works over"
                    + " several databases, and costs the network."),
    LOCK("lock", "One transaction for each transfer, which holds the wallet's row.");

    /** Those that sell rooms and seats. */
    static final List<Strategy> OF_STOCK = List.of(GROUP_COMMIT, PESSIMISTIC, OPTIMISTIC, CONSTRAINT, DISTRIBUTED_LOCK);

    /** Those that move money. */
    static final List<Strategy> OF_MONEY = List.of(GROUP_COMMIT, LOCK);

    private final String setting;
    private final String told;

    Strategy(String setting, String told) {
        this.setting = setting;
        this.told = told;
    }

    String setting() {
        return setting;
    }

    /** What it does, and what is said of it. */
    String told() {
        return told;
    }

    /** @param these among which it must be */
    static Strategy of(String setting, List<Strategy> these) {
        return these.stream()
                .filter(strategy -> strategy.setting.equals(setting))
                .findFirst()
                .orElseThrow(() -> new Options.Misuse("There is no strategy " + setting + ". There are: "
                        + String.join(
                                ", ", these.stream().map(Strategy::setting).toList())));
    }
}
