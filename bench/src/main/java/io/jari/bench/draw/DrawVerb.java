package io.jari.bench.draw;

import io.jari.bench.api.Api;
import io.jari.bench.cli.Options;
import io.jari.core.queue.DrawCheck;
import io.jari.core.queue.DrawCheck.Finding;
import io.jari.core.queue.DrawCheck.Verdict;
import io.jari.core.queue.PublishedDraw;
import io.jari.core.queue.PublishedDraw.Noted;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code ./jari verify-draw}: says line by line what of a draw holds. Needs nothing but what everybody can read. */
public final class DrawVerb {
    private static final Set<String> OPTIONS =
            Set.of("concert", "date", "url", "file", "token", "rank", "seed-hash", "root", "public-value");

    private final Options options;
    private final PrintStream out;

    public DrawVerb(List<String> words, PrintStream out) {
        this.options = Options.parse(words, OPTIONS);
        this.out = out;
        if (!options.alone().isEmpty()) {
            throw new Options.Misuse("verify-draw takes no " + options.alone().getFirst());
        }
    }

    /** 0 when nothing fails of what can be checked, 1 when something does. */
    public int run() {
        var token = options.text("token").map(PlaceToken::read);
        var noted = new Noted(
                hash("seed-hash"), hash("root"), options.text("public-value").orElse(null));
        var rank =
                options.text("rank").isPresent() ? Long.valueOf(options.number("rank", 1, 1, Integer.MAX_VALUE)) : null;
        if (rank != null && token.isEmpty()) {
            throw new Options.Misuse("--rank needs --token: whose rank is it?");
        }
        var folder = options.text("file");
        return folder.isPresent()
                ? report(DrawDocuments.open(Path.of(folder.get())), noted, token, rank)
                : online(noted, token, rank);
    }

    private int online(Noted noted, Optional<PlaceToken> token, @Nullable Long rank) {
        var date = id("date");
        if (token.isPresent() && token.get().dateId() != date) {
            throw new Options.Misuse("This token is of date " + token.get().dateId() + ", not of " + date);
        }
        var api = Api.at(options.url("url"));
        var draw = DrawDocuments.fetch(api, "/v1/concerts/%d/dates/%d/queue".formatted(id("concert"), date));
        return report(draw, noted, token, rank == null && token.isPresent() ? told(api) : rank);
    }

    private int id(String name) {
        if (options.text(name).isEmpty()) {
            throw new Options.Misuse(
                    "verify-draw needs --concert N --date N, or --file DIR; see ./jari verify-draw --help");
        }
        return options.number(name, 1, 1, Integer.MAX_VALUE);
    }

    /** The rank that the server tells the token's holder now; null where it tells none, or knows the token no more. */
    private @Nullable Long told(Api api) {
        var status = api.get(
                "/v1/queue/status",
                Map.of("Queue-Token", options.text("token", "").strip()));
        return status.ok() && status.body().path("rank").isIntegralNumber()
                ? Long.valueOf(status.body().path("rank").asLong())
                : null;
    }

    private byte @Nullable [] hash(String name) {
        return options.text(name)
                .map(hex -> DrawDocuments.hash("--" + name, hex))
                .orElse(null);
    }

    private int report(PublishedDraw draw, Noted noted, Optional<PlaceToken> token, @Nullable Long rank) {
        out.println(stage(draw));
        var findings =
                DrawCheck.check(draw, noted, token.map(own -> own.place(rank)).orElse(null));
        findings.forEach(this::print);
        out.println();
        out.println(draw.remains());
        out.println();
        var failed = count(findings, Verdict.FAILS);
        out.println(failed > 0 ? broken(failed) : unbroken(draw, count(findings, Verdict.OPEN)));
        return failed == 0 ? 0 : 1;
    }

    private static String stage(PublishedDraw draw) {
        var list = draw.list();
        if (list == null) {
            return "The list is not frozen yet. Note the hash of the seed now, to check it afterwards.";
        }
        var took = String.format(Locale.ROOT, "%,d took part", list.count());
        return draw.seed() == null
                ? took
                        + "; the list is frozen, and the order is still to be drawn. Note the root now, to check it afterwards."
                : took + "; the order is drawn.";
    }

    private void print(Finding finding) {
        var mark = switch (finding.verdict()) {
            case HOLDS -> "holds";
            case FAILS -> "FAILS";
            case OPEN -> "open ";
        };
        out.println("  " + mark + "  " + finding.words());
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    private static String broken(long failed) {
        return (failed == 1 ? "One thing fails" : failed + " things fail") + ": this is not the draw it is said to be.";
    }

    private static String unbroken(PublishedDraw draw, long open) {
        return "Nothing fails"
                + (draw.seed() == null ? " so far" : "")
                + (open == 0 ? "." : "; what is open (%d) was not checked.".formatted(open));
    }
}
