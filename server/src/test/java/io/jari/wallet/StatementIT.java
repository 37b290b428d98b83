package io.jari.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.account.TestAccounts;
import io.jari.db.TestData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a guest reads of their wallet, and what administrators put into it. */
class StatementIT {
    private static final JariServer SERVER = JariServer.shared();
    private final Api admin = Api.demo(SERVER.internalUrl(), "admin");
    private final Api guest = newGuest();
    private final String accountId =
            guest.get("/v1/account").body().path("accountID").asText();

    @Test
    void aFreshWalletIsEmpty() {
        assertThat(guest.get("/v1/wallet").body().path("balances")).isEmpty();
        assertThat(guest.get("/v1/wallet/postings").body().path("postings")).isEmpty();
    }

    @Test
    void aCreditIsGivenOnceAndToldInBothPlaces() {
        var first = credit("once", "{\"amount\":5000,\"currency\":\"KRW\",\"reason\":\"Cold shower\"}");
        var again = credit("once", "{\"reason\":\"Cold shower\",\"currency\":\"KRW\",\"amount\":5000}");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(credit("once", "{\"amount\":5001,\"currency\":\"KRW\",\"reason\":\"Cold shower\"}")
                        .type())
                .endsWith(":idempotency-key-reused");
        assertThat(guest.get("/v1/wallet").body().path("balances"))
                .hasToString("[{\"amount\":5000,\"currency\":\"KRW\"}]");
        var posting = guest.get("/v1/wallet/postings").body().path("postings").path(0);
        assertThat(posting.path("kind").asText()).isEqualTo("credit");
        assertThat(posting.path("subject").asText()).isEqualTo("Cold shower");
        assertThat(posting.path("balanceAfter").asLong()).isEqualTo(5_000);
        assertThat(TestData.number(SERVER, """
                        select count(*) from journal where kind = 3 and partition_id = %s and action = 'wallet.credited'
                           and actor like 'account:%%' and actor <> 'account:%s'
                        """.formatted(accountId, accountId)))
                .as("the actor is who gave it")
                .isEqualTo(1);
    }

    @Test
    void historyIsReadPageByPageNewestFirst() {
        for (var n = 1; n <= 7; n++) {
            credit("page" + n, "{\"amount\":%d,\"currency\":\"KRW\",\"reason\":\"r%d\"}".formatted(n, n));
        }
        credit("dollars", "{\"amount\":99,\"currency\":\"USD\",\"reason\":\"d\"}");
        assertThat(subjects("/v1/wallet/postings?limit=3"))
                .containsExactly("d", "r7", "r6", "r5", "r4", "r3", "r2", "r1");
        assertThat(subjects("/v1/wallet/postings?limit=3&currency=KRW"))
                .containsExactly("r7", "r6", "r5", "r4", "r3", "r2", "r1");
        assertThat(guest.get("/v1/wallet").body().path("balances"))
                .hasToString("[{\"amount\":28,\"currency\":\"KRW\"},{\"amount\":99,\"currency\":\"USD\"}]");
    }

    private List<String> subjects(String first) {
        var subjects = new ArrayList<String>();
        for (var path = first; !path.isEmpty(); ) {
            var page = guest.get(path);
            for (JsonNode posting : page.body().path("postings")) {
                subjects.add(posting.path("subject").asText());
            }
            path = page.header("Link").replaceFirst("^<([^>]*)>.*", "$1");
        }
        return subjects;
    }

    @Test
    void onlyAdministratorsGiveAndOnlyInside() {
        var body = "{\"amount\":1,\"currency\":\"KRW\",\"reason\":\"r\"}";
        var path = "/v1/accounts/" + accountId + "/wallet-credits";
        var key = Map.of("Idempotency-Key", "k");
        assertThat(admin.at(SERVER.url()).send("POST", path, body, key).status())
                .isEqualTo(404);
        assertThat(guest.at(SERVER.internalUrl()).send("POST", path, body, key).status())
                .isEqualTo(403);
        assertThat(Api.demo(SERVER.internalUrl(), "manager")
                        .send("POST", path, body, key)
                        .status())
                .isEqualTo(403);
        assertThat(admin.send("POST", path, body, Map.of()).status())
                .as("without a key")
                .isEqualTo(400);
        assertThat(admin.send("POST", "/v1/accounts/999999999/wallet-credits", body, key)
                        .status())
                .isEqualTo(404);
        assertThat(Api.anonymous(SERVER.url()).get("/v1/wallet").status()).isEqualTo(401);
        assertThat(Api.anonymous(SERVER.url()).get("/v1/wallet/postings").status())
                .isEqualTo(401);
    }

    @Test
    void nobodyHoldsMoreThanTheLimit() {
        assertThat(credit("most", "{\"amount\":1000000000000000,\"currency\":\"KRW\",\"reason\":\"r\"}")
                        .status())
                .isEqualTo(201);
        var more = credit("more", "{\"amount\":1,\"currency\":\"KRW\",\"reason\":\"r\"}");
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.type()).endsWith(":wallet-full");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"amount":0,"currency":"KRW","reason":"r"}
                    {"amount":-1,"currency":"KRW","reason":"r"}
                    {"amount":1.5,"currency":"KRW","reason":"r"}
                    {"amount":1000000000000001,"currency":"KRW","reason":"r"}
                    {"amount":9223372036854775808,"currency":"KRW","reason":"r"}
                    {"amount":null,"currency":"KRW","reason":"r"}
                    {"amount":"1","currency":"KRX","reason":"r"}
                    {"amount":1,"currency":"XXX","reason":"r"}
                    {"amount":1,"currency":"krw","reason":"r"}
                    {"amount":1,"currency":"KRW","reason":""}
                    {"amount":1,"currency":"KRW"}
                    {"amount":1,"currency":"KRW","reason":"r","more":1}
                    """)
    void aSenselessCreditIsRefused(String body) {
        assertThat(credit("nonsense", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "currency=ABC", "cursor=x", "cursor=MQ", "cursor=%25"})
    void aSenselessPageIsRefused(String query) {
        assertThat(guest.get("/v1/wallet/postings?" + query).status()).isEqualTo(400);
    }

    private static Api newGuest() {
        return Api.signedIn(SERVER.url(), TestAccounts.add(SERVER, "Test"), TestAccounts.PASSWORD);
    }

    private Api.Answer credit(String key, String body) {
        return admin.send(
                "POST",
                "/v1/accounts/" + accountId + "/wallet-credits",
                body,
                Map.of("Idempotency-Key", key + " for " + accountId));
    }
}
