package io.jari.bench.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/** A line that is written over on a terminal; where there is none, a line every so often. */
public final class LiveLine {
    private final PrintStream out;
    private final boolean terminal;
    private final int every;
    private int told;
    private int longest;

    /** @param every of so many lines one is written where there is no terminal */
    public LiveLine(PrintStream out, boolean terminal, int every) {
        this.out = out;
        this.terminal = terminal;
        this.every = every;
    }

    public static LiveLine onTerminal(int every) {
        return new LiveLine(
                System.err,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false),
                every);
    }

    public synchronized void now(String line) {
        if (terminal) {
            longest = Math.max(longest, line.length());
            out.print("\r" + line + " ".repeat(longest - line.length()));
            out.flush();
        } else if (told++ % every == 0) {
            out.println(line);
        }
    }

    /** The last line stays. */
    public synchronized void end() {
        if (terminal) {
            out.println();
        }
    }
}
