package io.jari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract sees what is wrong with an answer. */
class ContractTest {
    private static final String CLOCK = "{\"now\":\"2027-05-01T10:00:00Z\",\"offset\":\"PT36H\"}";

    private static Contract.Said said(String method, String path, int status, String type, String text)
            throws JsonProcessingException {
        return new Contract.Said(
                method, path, status, type, text, new JsonMapper().readTree(text.isEmpty() ? "null" : text));
    }

    @Test
    void whatTheDocumentSaysIsFine() throws Exception {
        assertThat(Contract.kept().flaws(said("GET", "/v1/clock", 200, "application/json;charset=UTF-8", CLOCK)))
                .isEmpty();
        assertThat(Contract.kept().flaws(said("DELETE", "/v1/sessions/current", 204, "", "")))
                .isEmpty();
        assertThat(Contract.kept().flaws(said("GET", "/v1/clock", 404, "application/problem+json", """
                                {"type": "urn:jari:problem:not-found", "title": "Not found", "status": 404,
                                "instance": "urn:jari:request:1"}""")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /v1/nothing | 200 | application/json         | {}                                | no such operation",
                "GET | /v1/clock   | 202 | application/json         | {}                                | no such status",
                "GET | /v1/clock   | 200 | text/html                | {}                                | no such type: text/html",
                "GET | /v1/clock   | 200 | application/json         | ''                                | no body",
                "GET | /v1/clock   | 200 | application/json         | {\"now\":\"2027-05-01T10:00:00Z\"} | offset",
                "GET | /v1/clock   | 200 | application/json         | {\"now\":1,\"offset\":\"PT1S\"}     | /now",
                "GET | /v1/clock   | 200 | application/json         | {\"now\":\"today\",\"offset\":\"PT1S\"} | /now",
                "GET | /v1/clock   | 404 | application/problem+json | {\"title\":\"No\"}                  | type",
                "DELETE | /v1/sessions/current | 204 | application/json | {}                             | no such type",
            })
    void whatIsWrongIsTold(String method, String path, int status, String type, String text, String flaw)
            throws Exception {
        assertThat(Contract.kept().flaws(said(method, path, status, type, text)))
                .anySatisfy(found -> assertThat(found).contains(flaw));
    }

    @Test
    void whatTheDocumentDoesNotNameIsWrong() throws Exception {
        var more = CLOCK.replace("{", "{\"zone\":\"UTC\",");
        assertThat(Contract.kept().flaws(said("GET", "/v1/clock", 200, "application/json", more)))
                .anySatisfy(found -> assertThat(found).contains("zone"));
    }

    @Test
    void aTestFailsByIt() throws Exception {
        var wrong = said("GET", "/v1/clock", 200, "application/json", "{}");
        var log = System.clearProperty("jari.contract.log");
        try {
            assertThatThrownBy(() -> Contract.kept().require(wrong))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("GET /v1/clock 200")
                    .hasMessageContaining("offset");
        } finally {
            if (log != null) {
                System.setProperty("jari.contract.log", log);
            }
        }
    }
}
