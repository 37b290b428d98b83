package io.jari.mail;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes a letter's text as HTML, in which all that people wrote is escaped, and as plain text. */
@Singleton
class Stationery {
    private final Template html;
    private final Template plain;

    Stationery() {
        var engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        this.html = template(engine, "letter.html", Variant.TEXT_HTML);
        this.plain = template(engine, "letter.txt", Variant.TEXT_PLAIN);
    }

    private static Template template(Engine engine, String name, String type) {
        var file = "/mail/" + name;
        try (var stream = Objects.requireNonNull(Stationery.class.getResourceAsStream(file), file)) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return engine.parse(text, new Variant(Locale.ROOT, type, StandardCharsets.UTF_8.name()), name);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    String html(LetterText text) {
        return html.data("letter", text).render();
    }

    String plain(LetterText text) {
        return plain.data("letter", text).render();
    }
}
