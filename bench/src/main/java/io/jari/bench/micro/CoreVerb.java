package io.jari.bench.micro;

import io.jari.bench.cli.LiveLine;
import io.jari.bench.cli.Options;
import io.jari.bench.report.Reports;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The verb {@code core}: what the core's decisions cost, in time and in bytes of garbage. */
public final class CoreVerb {
    static final String SEED = "seed";
    private static final Set<String> OPTIONS = Set.of("only", "forks", "iterations", "seconds", SEED, "report");
    private static final String QUICK = "quick";
    private static final String HERE = CoreVerb.class.getPackageName() + ".";

    private final Options options;
    private final PrintStream out;
    private final LiveLine live = LiveLine.onTerminal(1);

    public CoreVerb(List<String> words, PrintStream out) {
        this.options = Options.parse(words, OPTIONS, Set.of(QUICK));
        this.out = out;
    }

    /**
     * How much is run.
     *
     * @param forks 0: in this process
     */
    record Effort(int forks, int iterations, double seconds, int seed) {
        static Effort of(Options options) {
            var quick = options.has(QUICK);
            return new Effort(
                    options.number("forks", quick ? 0 : 1, 0, 20),
                    options.number("iterations", quick ? 1 : 5, 1, 1_000),
                    options.decimal("seconds", quick ? 0.1 : 1, 0.01, 600),
                    options.number(SEED, 1, 0, Integer.MAX_VALUE));
        }

        /** Before anything counts. */
        int warmups() {
            return (iterations + 1) / 2;
        }
    }

    /** 0; what does not decide as it must ends the run. */
    public int run() throws IOException {
        var effort = Effort.of(options);
        var names = benchmarks(options.text("only", ""));
        var figures = new ArrayList<Figure>();
        for (var name : names) {
            live.now("%s  (%d of %d)".formatted(name.substring(HERE.length()), names.indexOf(name) + 1, names.size()));
            figures.addAll(measure(name, effort));
        }
        live.end();
        var report = new CoreReport(effort, figures);
        var file = Reports.kept().write(report.page(), "core", options);
        out.print(report.table().text());
        out.println("The report with plots: " + file);
        return 0;
    }

    /** Those whose name holds this text. */
    static List<String> benchmarks(String only) {
        var format = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT);
        var names = BenchmarkList.defaultList().getAll(format, List.of()).stream()
                .map(entry -> entry.getUsername())
                .filter(name ->
                        name.startsWith(HERE) && name.substring(HERE.length()).contains(only))
                .toList();
        if (names.isEmpty()) {
            throw new Options.Misuse("No benchmark has " + only + " in its name. There are: "
                    + String.join(
                            ", ",
                            benchmarks("").stream()
                                    .map(name -> name.substring(HERE.length()))
                                    .toList()));
        }
        return names;
    }

    private static List<Figure> measure(String name, Effort effort) {
        var time = TimeValue.milliseconds((long) (1_000 * effort.seconds()));
        var builder = new OptionsBuilder()
                .include("^" + Pattern.quote(name) + "$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(effort.forks())
                .warmupIterations(effort.warmups())
                .warmupTime(time)
                .measurementIterations(effort.iterations())
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .param(SEED, Integer.toString(effort.seed()));
        try {
            return new Runner(builder.build()).run().stream().map(Figure::of).toList();
        } catch (RunnerException e) {
            throw new IllegalStateException(name + " could not be measured: " + e.getMessage(), e);
        }
    }
}
