package io.jari.bench.overload;

import io.jari.bench.api.Api;
import io.jari.bench.api.Metrics;
import io.jari.bench.wire.ProcessCpu;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the server's processes use, from its metrics and from Linux's /proc. */
final class Watch {
    private final Api staff;
    private final ProcessCpu cpu;
    private final long pid;

    Watch(URI internalUrl, ProcessCpu cpu, long pid) {
        this.staff = Api.at(internalUrl);
        this.cpu = cpu;
        this.pid = pid;
    }

    /**
     * @param cpuSeconds by process, since it began
     * @param rss bytes of the server's memory
     * @param heap bytes in use
     * @param pauses of the collector, since the start
     * @param pauseSeconds of all of them
     * @param longestPause seconds, of the last minutes
     */
    record Look(
            long nanos,
            Map<String, Double> cpuSeconds,
            long rss,
            double heap,
            double pauses,
            double pauseSeconds,
            double longestPause) {

        /** How many cores each process used since. */
        Map<String, Double> coresSince(Look before) {
            var cores = new LinkedHashMap<String, Double>();
            var seconds = (nanos - before.nanos) / 1e9;
            cpuSeconds.forEach(
                    (name, now) -> cores.put(name, (now - before.cpuSeconds.getOrDefault(name, 0.0)) / seconds));
            return cores;
        }
    }

    Look look() {
        var metrics = Metrics.of(staff);
        return new Look(
                System.nanoTime(),
                cpu.seconds(),
                rss(),
                metrics.sum("jvm_memory_used_bytes{area=\"heap\""),
                metrics.sum("jvm_gc_pause_seconds_count"),
                metrics.sum("jvm_gc_pause_seconds_sum"),
                metrics.most("jvm_gc_pause_seconds_max"));
    }

    private long rss() {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
