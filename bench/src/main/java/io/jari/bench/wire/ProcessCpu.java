package io.jari.bench.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The CPU time of processes, from Linux's /proc. Elsewhere it is 0. */
public record ProcessCpu(Map<String, Watched> processes) {
    /** Linux tells CPU time in hundredths of a second, whatever the kernel's own tick. */
    private static final double TICKS_PER_SECOND = 100;

    /** Fields of /proc/PID/stat, counted from the one after the name. */
    private static final int UTIME = 11;

    private static final int STIME = 12;
    private static final int CUTIME = 13;
    private static final int CSTIME = 14;

    /** A process, alone or with all its descendants. */
    public record Watched(long pid, boolean tree) {}

    /** From {@code name:pid,name:pid+}; the plus takes in the descendants. */
    public static ProcessCpu parse(String text) {
        var processes = new LinkedHashMap<String, Watched>();
        processes.put("generator", new Watched(ProcessHandle.current().pid(), false));
        for (var word : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            var name = word.substring(0, Math.max(0, word.indexOf(':')));
            var pid = word.substring(word.indexOf(':') + 1);
            var tree = pid.endsWith("+");
            processes.put(name, new Watched(Long.parseLong(tree ? pid.substring(0, pid.length() - 1) : pid), tree));
        }
        return new ProcessCpu(processes);
    }

    /** By name, since each process began. */
    public Map<String, Double> seconds() {
        var seconds = new LinkedHashMap<String, Double>();
        processes.forEach((name, process) -> seconds.put(name, seconds(process)));
        return seconds;
    }

    /** A child that ends while it is read passes what it used on to its parent: then all are read again. */
    private static double seconds(Watched process) {
        var pid = process.pid();
        if (!process.tree()) {
            return ticks(pid, UTIME, STIME) / TICKS_PER_SECOND;
        }
        for (; ; ) {
            var ended = ticks(pid, CUTIME, CSTIME);
            var all = ticks(pid, UTIME, CSTIME)
                    + ProcessHandle.of(pid).stream()
                            .flatMap(ProcessHandle::descendants)
                            .mapToLong(child -> ticks(child.pid(), UTIME, CSTIME))
                            .sum();
            if (ticks(pid, CUTIME, CSTIME) == ended) {
                return all / TICKS_PER_SECOND;
            }
        }
    }

    /** The most memory that the process has had, or 0 where that is not known. */
    public static long mostResidentMegabytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                            .map(line -> line.replaceAll("[^0-9]", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(0)
                    / 1_024;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The sum of some fields; 0 where there is no such process. */
    private static long ticks(long pid, int from, int to) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The name, in parentheses, may hold blanks; utime, stime, cutime and cstime are the 14th to 17th field.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Arrays.stream(fields, from, to + 1)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
