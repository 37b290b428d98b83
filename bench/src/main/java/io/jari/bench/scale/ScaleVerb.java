package io.jari.bench.scale;

import io.jari.bench.cli.LiveLine;
import io.jari.bench.cli.Options;
import io.jari.bench.report.Machine;
import io.jari.bench.report.Reports;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The verb {@code scale}: booking against the size of the chain, hotels and days that take part, and servers. */
public final class ScaleVerb {
    /** Rooms of hotels that take part only where many do. */
    private static final int ROOMS_OF_MANY = 10;

    private final Options options;
    private final PrintStream out;
    private final LiveLine live = LiveLine.onTerminal(1);
    private final List<String> broken = new ArrayList<>();
    private Machine machine = Machine.here();

    public ScaleVerb(List<String> words, PrintStream out) {
        this.options = Options.parse(words, Plan.OPTIONS, Set.of(Plan.QUICK));
        this.out = out;
    }

    /** 0 when nothing was broken, else 1. */
    public int run() throws IOException, InterruptedException {
        var plan = Plan.of(options);
        out.println("Starting servers with data of their own …");
        var byRows = new ArrayList<Point>();
        var others = new ArrayList<Curve>();
        for (var size : plan.rows()) {
            try (var scene = Scene.open(plan, live::now)) {
                byRows.add(withRows(plan, scene, size));
                if (others.isEmpty()) {
                    others.addAll(withTheSmallest(plan, scene));
                }
                var found = scene.verify();
                if (!found.isEmpty()) {
                    broken.add("after " + byRows.getLast().at() + " verify found: " + found);
                }
            }
        }
        var curves = new ArrayList<Curve>();
        curves.add(new Curve("Rows of inventory", "nights of room types in the database", byRows));
        curves.addAll(others);
        live.end();
        var result = new ScaleResult(plan, curves, broken);
        var report = new ScaleReport(result, machine);
        var file = Reports.kept().write(report.page(), "scale", options);
        out.print(report.text());
        out.println("The report with plots: " + file);
        return result.sound() ? 0 : 1;
    }

    /** Load is always on the same few hotels. */
    private Point withRows(Plan plan, Scene scene, int size) throws IOException, InterruptedException {
        var chain = plan.chain();
        scene.addTaking(chain.taking(), chain.rooms());
        scene.addOthers(chain.hotels(size) - chain.taking());
        var rows = scene.settle();
        machine = machine.with("PostgreSQL", scene.database().version());
        return scene.rush(number(rows) + " rows", chain.taking(), plan.usualDays());
    }

    private static List<Curve> withTheSmallest(Plan plan, Scene scene) throws IOException, InterruptedException {
        var chain = plan.chain();
        var more = plan.hotels().getLast() - chain.taking();
        if (more > 0) {
            scene.addTaking(more, chain.rooms() / ROOMS_OF_MANY);
            scene.settle();
        }
        var byHotels = new ArrayList<Point>();
        for (var hotels : plan.hotels()) {
            byHotels.add(scene.rush(counted(hotels, "hotel"), hotels, plan.usualDays()));
        }
        var byDays = new ArrayList<Point>();
        for (var days : plan.days()) {
            byDays.add(scene.rush(counted(days, "day"), chain.taking(), days));
        }
        var byProcesses = new ArrayList<Point>();
        for (var processes : plan.processes()) {
            scene.processes(processes);
            byProcesses.add(scene.rush(counted(processes, "server"), chain.taking(), plan.usualDays()));
        }
        return List.of(
                new Curve("Hotels that take part", "arrivals over " + counted(plan.usualDays(), "day"), byHotels),
                new Curve("Days that take part", "days of arrival in " + counted(chain.taking(), "hotel"), byDays),
                new Curve("Servers", "servers on one database, people shared out over them", byProcesses));
    }

    private static String counted(int count, String what) {
        return number(count) + " " + what + (count == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
