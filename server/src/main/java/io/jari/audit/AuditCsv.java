package io.jari.audit;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Entries for spreadsheets (RFC 4180). */
final class AuditCsv {
    private final Writer out;

    AuditCsv(Writer out) {
        this.out = out;
    }

    void head() throws IOException {
        line("at", "actor", "action", "subject", "partition", "body");
    }

    void entry(AuditEntry entry) throws IOException {
        line(entry.at().toString(), entry.actor(), entry.action(), entry.subject(), entry.partition(), entry.body());
    }

    private void line(@Nullable String... cells) throws IOException {
        for (var i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            cell(cells[i]);
        }
        out.write("\r\n");
    }

    /** Quoted always, and with a mark before what a spreadsheet would take for a formula. */
    private void cell(@Nullable String text) throws IOException {
        out.write('"');
        if (text != null) {
            if (!text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0) {
                out.write('\'');
            }
            out.write(text.replace("\"", "\"\""));
        }
        out.write('"');
    }
}
