package io.jari.bench.report;

import io.jari.bench.chart.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What figures were measured on: facts by name, without which nobody can compare them with others. */
public record Machine(Map<String, String> facts) {
    private static final Path CPUS = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final double KIB_A_GIB = 1 << 20;

    /** This one. */
    public static Machine here() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Processor", line(CPUS, "model name", System.getProperty("os.arch", "")));
        facts.put("Cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        var kib = line(MEMORY, "MemTotal", "").replaceAll("[^0-9]", "");
        if (!kib.isEmpty()) {
            facts.put("Memory", Math.round(Long.parseLong(kib) / KIB_A_GIB) + " GiB");
        }
        facts.put("System", System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""));
        facts.put("Java", Runtime.version() + " (" + System.getProperty("java.vm.name", "") + ")");
        var version = System.getProperty("jari.version", "");
        if (!version.isEmpty()) {
            facts.put("Jari", version);
        }
        return new Machine(facts);
    }

    /** The same, and one fact more. */
    public Machine with(String name, String fact) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, fact);
        return new Machine(more);
    }

    public Table table() {
        return new Table(
                List.of("Measured on", ""),
                facts.entrySet().stream()
                        .map(fact -> List.of(fact.getKey(), fact.getValue()))
                        .toList());
    }

    /** What stands behind the colon in the first line of this name. */
    private static String line(Path file, String name, String otherwise) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException notLinux) {
            return otherwise;
        }
    }
}
