package io.jari;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that were written by the released document go on working by today's. */
class BreakingChangesTest {
    private static final Path RELEASED = Path.of("src", "test", "resources", "openapi-released.yaml");

    private static final String SMALL = """
            paths:
              /v1/rooms:
                post:
                  operationId: createRoom
                  parameters:
                    - {name: hotelID, in: query, required: false, schema: {type: [integer, string]}}
                    - {name: lang, in: query, schema: {type: string, enum: [ko, en]}}
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewRoom'}}}}
                  responses:
                    '201':
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Room'}}
                    '202': {description: Later}
            components:
              schemas:
                NewRoom:
                  type: object
                  required: [kind]
                  properties:
                    kind: {type: string, enum: [single, double], maxLength: 10}
                    floor: {type: [integer, 'null'], minimum: 0}
                    note: {anyOf: [{$ref: '#/components/schemas/Note'}, {type: 'null'}]}
                Room:
                  type: object
                  required: [roomID, state]
                  properties:
                    roomID: {type: string}
                    state: {type: string, enum: [clean, dirty]}
                    floor: {type: integer}
                    notes: {type: array, items: {$ref: '#/components/schemas/Note'}}
                Note: {type: object, required: [text], properties: {text: {type: string}}}
            """;

    private static ApiDocument of(String yaml) throws IOException {
        return new ApiDocument(new YAMLMapper().readTree(yaml));
    }

    @Test
    void nothingThatWasReleasedBreaks() {
        assertThat(BreakingChanges.between(ApiDocument.read(RELEASED), ApiDocument.read(ApiDocument.KEPT)))
                .as("what breaks clients of the released API; see CONTRIBUTING.md")
                .isEmpty();
    }

    @Test
    void theSameBreaksNothing() throws IOException {
        assertThat(BreakingChanges.between(of(SMALL), of(SMALL))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/v1/rooms: | /v1/chambers: | POST /v1/rooms: gone",
                "operationId: createRoom | operationId: makeRoom | operationId",
                "name: hotelID, in: query, required: false | name: hotelID, in: query, required: true | hotelID: newly required",
                "name: lang | name: language | lang: gone",
                "[integer, string] | integer | hotelID: type narrowed",
                "enum: [ko, en] | enum: [ko] | lang: enum narrowed",
                "requestBody: {content | requestBody: {required: true, content | body: newly required",
                "required: [kind] | required: [kind, floor] | /floor: newly required",
                "enum: [single, double] | enum: [single] | /kind: enum narrowed",
                "type: [integer, 'null'] | type: integer | /floor: type narrowed",
                "floor: {type: [integer, 'null'], minimum: 0} | story: {type: integer} | /floor: gone",
                "minimum: 0 | minimum: 1 | minimum raised",
                "maxLength: 10 | maxLength: 9 | maxLength lowered",
                "maxLength: 10 | pattern: '^s' | another pattern",
                ", {type: 'null'}]} | ]} | /note: type narrowed",
                "roomID: {type: string} | id: {type: string} | /roomID: gone",
                "required: [roomID, state] | required: [roomID] | /state: no longer always there",
                "roomID: {type: string} | roomID: {type: [string, 'null']} | /roomID: type widened",
                "roomID: {type: string} | roomID: {type: string, format: uuid} | /roomID: another format",
                "enum: [clean, dirty] | enum: [clean, dirty, wet] | /state: enum widened",
                "properties: {text: {type: string}} | properties: {words: {type: string}} | /notes[]/text: gone",
                "'202': {description: Later} | '203': {description: Later} | 202: gone",
            })
    void whatBreaksIsSeen(String was, String is, String told) throws IOException {
        assertThat(SMALL).contains(was);
        var changes = BreakingChanges.between(of(SMALL), of(SMALL.replace(was, is)));
        assertThat(changes).anySatisfy(change -> assertThat(change).contains(told));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "enum: [single, double] | enum: [single, double, suite]",
                "required: [kind] | required: []",
                "minimum: 0 | minimum: -1",
                "enum: [clean, dirty] | enum: [clean]",
                "{text: {type: string}} | {text: {type: string}, by: {type: string}}",
                "maxLength: 10 | maxLength: 20",
            })
    void whatOnlyAddsIsFine(String was, String is) throws IOException {
        assertThat(SMALL).contains(was);
        assertThat(BreakingChanges.between(of(SMALL), of(SMALL.replace(was, is))))
                .isEmpty();
    }
}
