package io.jari.bench.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Several lines that are written over on a terminal; where there is none, the last of them every so often. */
public final class LiveView {
    private static final String REST_OF_LINE = "\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final LiveLine otherwise;
    private int shown;

    /** @param every of so many views the last line of one is written where there is no terminal */
    public LiveView(PrintStream out, boolean terminal, int every) {
        this.out = out;
        this.terminal = terminal;
        this.otherwise = new LiveLine(out, false, every);
    }

    public static LiveView onTerminal(int every) {
        return new LiveView(
                System.err,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false),
                every);
    }

    public synchronized void now(List<String> lines) {
        if (!terminal) {
            otherwise.now(lines.getLast().strip());
            return;
        }
        var text = new StringBuilder(shown == 0 ? "" : "\u001b[%dA".formatted(shown));
        lines.forEach(
                line -> text.append('\r').append(line).append(REST_OF_LINE).append('\n'));
        shown = lines.size();
        out.print(text);
        out.flush();
    }
}
