package io.jari.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.account.TestAccounts;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import io.jari.payment.TestProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A guest asks whether they were charged twice, and the desk finds out. */
class TimelineIT {
    private static JariServer server;
    private static TestHotel hotel;
    private static Api admin;
    private static Api desk;

    @BeforeAll
    static void start() {
        server = JariServer.start(Map.of("JARI_PAYMENT_RECONCILE_SECONDS", "0"));
        hotel = TestHotel.with(TestData.of(server).dataSource(), 50);
        admin = Api.demo(server.internalUrl(), "admin");
        desk = deskOf(hotel.hotelId());
    }

    /** What was paid here holds all the rules, too. */
    @AfterAll
    static void stop() {
        try (var ending = server) {
            ending.verify();
        }
    }

    @Test
    void aDeclinedCardAndThenACharge() {
        var guest = TestGuest.signedUp(server);
        var id = guest.reserve(hotel, 3);
        TestProvider.decline(TestGuest.page(guest.atCheckout(id)));
        guest.await(id, "open");
        TestProvider.pay(TestGuest.page(guest.atCheckout(id)));
        guest.await(id, "paid");
        var answer = timelines(desk, "reference=" + id);
        assertThat(answer.path("verdict").asText())
                .isEqualTo("Tried twice, charged once: the first card was declined.");
        assertThat(answer.path("payments")).hasSize(1);
        assertThat(answer.path("logs"))
                .isNotEmpty()
                .allSatisfy(log -> assertThat(log.path("fresh").asBoolean())
                        .as(log.toString())
                        .isTrue());
        var events = answer.path("payments").get(0).path("events");
        assertThat(said(events))
                .containsSubsequence("journal payment.begun", "journal payment.failed", "journal payment.captured")
                .contains("log capture", "journal reservation.paid");
        var korean =
                desk.send("GET", "/v1/payment-timelines?reference=" + id, null, Map.of("Accept-Language", "ko-KR"));
        assertThat(korean.body().path("verdict").asText()).contains("한 번 청구");
        var checkout = TestProvider.of(server).shops().stream()
                .flatMap(shop -> shop.log(id).stream())
                .findFirst()
                .orElseThrow()
                .path("checkout")
                .asText();
        assertThat(timelines(desk, "reference=" + checkout).path("verdict")).isEqualTo(answer.path("verdict"));
        assertThat(timelines(desk, "reference=" + id + "-2").path("verdict")).isEqualTo(answer.path("verdict"));
    }

    @Test
    void twoReservationsOfTheSameStay() {
        var guest = TestGuest.signedUp(server);
        var ids = List.of(guest.reserve(hotel, 9), guest.reserve(hotel, 9));
        for (var id : ids) {
            TestProvider.card(TestGuest.page(guest.atCheckout(id)), "4000 0566 5566 5556");
            guest.await(id, "paid");
        }
        var answer = timelines(desk, "reference=" + ids.getFirst());
        assertThat(answer.path("verdict").asText())
                .isEqualTo("Two reservations for the same stay were each paid once.");
        assertThat(answer.path("payments").get(0).path("verdict").asText())
                .startsWith("Charged once: ₩100,000 on card …5556");
        var byCard = timelines(desk, "last4=5556&from=2020-01-01T00:00:00Z");
        assertThat(byCard.path("payments")).hasSize(2);
        assertThat(byCard.path("verdict").asText())
                .isEqualTo("Two reservations for the same stay were each paid once.");
        assertThat(timelines(desk, "last4=5556&to=2020-01-01T00:00:00Z")
                        .path("verdict")
                        .asText())
                .isEqualTo("No payment was found.");
        var elsewhere =
                deskOf(TestHotel.with(TestData.of(server).dataSource(), 1).hotelId());
        assertThat(timelines(elsewhere, "last4=5556").path("payments")).isEmpty();
        assertThat(elsewhere
                        .get("/v1/payment-timelines?reference=" + ids.getFirst())
                        .status())
                .isEqualTo(403);
        assertThat(timelines(admin, "last4=5556").path("payments")).hasSize(2);
        assertThat(guest.api()
                        .at(server.internalUrl())
                        .get("/v1/payment-timelines?last4=5556")
                        .status())
                .isEqualTo(403);
        assertThat(desk.get("/v1/payment-timelines?reference=nothing").status()).isEqualTo(404);
        assertThat(desk.get("/v1/payment-timelines").status()).isEqualTo(400);
        assertThat(desk.get("/v1/payment-timelines?last4=12345").status()).isEqualTo(400);
    }

    /** The provider captured, and told nobody; the desk sees it in its log before anybody has compared. */
    @Test
    void aCaptureThatIsNotConfirmedYet() {
        var guest = TestGuest.signedUp(server);
        var id = guest.reserve(hotel, 12);
        var payment = guest.atCheckoutOf("alpha", id);
        TestData.execute(
                server,
                "update payment_attempt set due_at = null where state = 'processing' and subject = '%s'".formatted(id));
        var provider = TestProvider.of(server);
        provider.faults("{\"callbackLost\": 1}");
        TestProvider.pay(TestGuest.page(payment));
        signal("STOP");
        var blind = timelines(desk, "reference=" + id);
        assertThat(blind.path("verdict").asText()).isEqualTo("Not charged so far; a payment is under way.");
        assertThat(blind.path("logs"))
                .anySatisfy(log -> assertThat(log.path("fresh").asBoolean(true))
                        .as("the log could not be read: " + log)
                        .isFalse());
        signal("CONT");
        provider.faults(TestProvider.NO_FAULTS);
        Awaitility.await()
                .atMost(TestGuest.PATIENCE)
                .until(
                        () -> timelines(desk, "reference=" + id).path("verdict").asText(),
                        verdict -> verdict.endsWith("not confirmed here yet: being looked into."));
        assertThat(admin.send("POST", "/v1/reconciliations", null, Map.of()).status())
                .isEqualTo(200);
        guest.await(id, "paid");
        assertThat(timelines(desk, "reference=" + id).path("verdict").asText()).contains("harged once");
    }

    /** Stops the provider's process where it stands, or lets it go on. */
    private static void signal(String name) {
        var pid = ProcessHandle.of(server.pid())
                .orElseThrow()
                .descendants()
                .filter(p -> p.info().commandLine().orElse("").contains("jari-provider"))
                .findFirst()
                .orElseThrow()
                .pid();
        try {
            assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Api deskOf(int hotelId) {
        var email = TestAccounts.add(server, "Desk");
        TestData.execute(server, """
                update account set staff = true where email = '%1$s';
                insert into role_grant (account_id, role, scope, scope_id, granted_by)
                select account_id, 'desk', 'hotel', %2$d, account_id from account where email = '%1$s'
                """.formatted(email, hotelId));
        return Api.signedIn(server.internalUrl(), email, TestAccounts.PASSWORD);
    }

    private static JsonNode timelines(Api by, String query) {
        return TestGuest.ok(
                200, by.send("GET", "/v1/payment-timelines?" + query, null, Map.of("Accept-Language", "en")));
    }

    private static List<String> said(JsonNode events) {
        var said = new ArrayList<String>();
        events.forEach(
                e -> said.add(e.path("source").asText() + " " + e.path("what").asText()));
        return said;
    }
}
