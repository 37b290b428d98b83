package io.jari.bench.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/** A line that grows in place on a terminal; where there is none, a line at every tenth. */
public final class ProgressBar {
    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean terminal;
    private final long whole;
    private int told = -1;

    public ProgressBar(PrintStream out, boolean terminal, long whole) {
        this.out = out;
        this.terminal = terminal;
        this.whole = Math.max(1, whole);
    }

    public static ProgressBar onTerminal(long whole) {
        return new ProgressBar(
                System.err,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false),
                whole);
    }

    public synchronized void at(long done, String note) {
        var percent = (int) (100 * Math.min(done, whole) / whole);
        var step = terminal ? percent : percent / 10 * 10;
        if (step == told) {
            return;
        }
        told = step;
        if (terminal) {
            var full = WIDTH * percent / 100;
            out.printf("\r%s%s %3d %%  %-30s", "█".repeat(full), "·".repeat(WIDTH - full), percent, note);
            if (percent == 100) {
                out.println();
            }
            out.flush();
        } else {
            out.printf("%3d %%  %s%n", step, note);
        }
    }
}
