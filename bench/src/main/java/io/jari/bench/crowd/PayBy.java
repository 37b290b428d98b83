package io.jari.bench.crowd;

import io.jari.bench.cli.Options;

/** What people pay by for the seats they hold. */
enum PayBy {
    /** Holds are left. */
    NOTHING,
    /** The wallet, and a card where it holds too little. */
    WALLET,
    /** Some have a card in their hand from the beginning. */
    CARD_OR_WALLET;

    /** What {@code --pay} says. */
    static PayBy of(Options options, PayBy otherwise) {
        return switch (options.text("pay", "")) {
            case "" -> otherwise;
            case "none" -> NOTHING;
            case "wallet" -> WALLET;
            case "both" -> CARD_OR_WALLET;
            default -> throw new Options.Misuse("--pay takes both, wallet or none, not " + options.text("pay", ""));
        };
    }
}
