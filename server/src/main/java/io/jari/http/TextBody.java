package io.jari.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text that is read, in both languages. */
@Schema(name = "Text", examples = "{\"ko\": \"봄의 밤\", \"en\": \"A Night in Spring\"}")
public record TextBody(String ko, String en) {}
