package io.jari.moving;

import io.jari.terminal.Progress;
import java.io.PrintStream;

/** How far a copy is, where it is only roughly known how much there is: full at the end and not before. */
final class Foreseen {
    private static final long MEGABYTE = 1_000_000;
    private final Progress progress;
    private final long unit;
    private final long total;
    private long done;
    private long shown;

    private Foreseen(Progress progress, long unit, long total) {
        this.progress = progress;
        this.unit = unit;
        this.total = total;
    }

    /** @param what is done: MB copied */
    static Foreseen bytes(PrintStream out, String what, long bytes) {
        var total = Math.max(1, bytes / MEGABYTE);
        return new Foreseen(Progress.on(out, what, total), MEGABYTE, total);
    }

    static Foreseen rows(PrintStream out, String what, long rows) {
        var total = Math.max(1, rows);
        return new Foreseen(Progress.on(out, what, total), 1, total);
    }

    void add(long more) {
        done += more;
        show(Math.min(total - 1, done / unit));
    }

    /** All is done, however much it was. */
    void end() {
        show(total);
    }

    private void show(long reached) {
        if (reached > shown) {
            progress.add(reached - shown);
            shown = reached;
        }
    }

    static String text(long bytes) {
        return bytes < 10 * MEGABYTE ? "%,d kB".formatted(bytes / 1_000) : "%,d MB".formatted(bytes / MEGABYTE);
    }
}
