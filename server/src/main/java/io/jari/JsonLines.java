package io.jari;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** One log record as one line of JSON: time, level, logger, message, the request's id, the error with its trace. */
final class JsonLines extends ExtFormatter {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String format(ExtLogRecord entry) {
        var line = new StringWriter();
        try (var json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", entry.getInstant().toString());
            json.writeStringField("level", entry.getLevel().getName());
            json.writeStringField("logger", entry.getLoggerName());
            json.writeStringField("thread", entry.getThreadName());
            json.writeStringField("message", formatMessage(entry));
            for (var detail : entry.getMdcCopy().entrySet()) {
                json.writeStringField(detail.getKey(), detail.getValue());
            }
            writeError(entry, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.append('\n').toString();
    }

    private static void writeError(ExtLogRecord entry, JsonGenerator json) throws IOException {
        if (entry.getThrown() != null) {
            var trace = new StringWriter();
            entry.getThrown().printStackTrace(new PrintWriter(trace, true));
            json.writeStringField("error", trace.toString());
        }
    }
}
