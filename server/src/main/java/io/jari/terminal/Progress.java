package io.jari.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How far a long job is, how fast and how much longer: one line redrawn on a terminal, a line every tenth elsewhere. */
public final class Progress {
    private static final int BAR = 30;
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final PrintStream out;
    private final boolean terminal;
    private final String unit;
    private final long total;
    private final long startedNanos = System.nanoTime();
    private long done;
    private long drawnNanos = startedNanos;
    private long saidTenths;

    /**
     * @param unit what is counted: rows
     * @param total how many there will be, at least one
     */
    public Progress(PrintStream out, boolean terminal, String unit, long total) {
        this.out = out;
        this.terminal = terminal;
        this.unit = unit;
        this.total = total;
    }

    /** One that draws a bar where somebody watches. */
    public static Progress on(PrintStream out, String unit, long total) {
        return new Progress(out, watched(out), unit, total);
    }

    /** Whether the stream goes to a terminal. */
    public static boolean watched(PrintStream out) {
        return out.equals(System.out)
                && Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent();
    }

    public void add(long more) {
        done += more;
        var now = System.nanoTime();
        if (terminal) {
            if (now - drawnNanos >= REDRAW_NANOS || done >= total) {
                drawnNanos = now;
                out.print("\r" + bar() + " " + text(now) + "  ");
                out.print(done >= total ? "\n" : "");
                out.flush();
            }
        } else if (done * 10 / total > saidTenths) {
            saidTenths = done * 10 / total;
            out.println(text(now));
        }
    }

    private String bar() {
        var filled = (int) Math.min(BAR, done * BAR / total);
        return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]";
    }

    private String text(long now) {
        var seconds = Math.max((now - startedNanos) / 1e9, 1e-3);
        var rate = done / seconds;
        var left = done >= total ? seconds : (total - done) / rate;
        return String.format(
                Locale.ROOT,
                "%3d %%  %,d of %,d %s  %,.0f/s  %s %s",
                Math.min(100, done * 100 / total),
                done,
                total,
                unit,
                rate,
                duration(left),
                done >= total ? "in all" : "left");
    }

    /** Minutes and seconds, as people say them. */
    public static String duration(double seconds) {
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : "%d min %d s".formatted((long) seconds / 60, (long) seconds % 60);
    }
}
