package io.jari.mail;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What guests find in their mailbox, and the desk in the list of letters. */
class MailIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final Api PAGES = Api.anonymous(SERVER.url());
    private static final Duration PATIENCE = TestGuest.PATIENCE;

    /** The paths of what somebody got, newest first. */
    private static List<String> mailbox(String email, String subject) {
        var page = PAGES.get("/mailbox?lang=en").body().asText();
        var paths = new ArrayList<String>();
        var row = Pattern.compile("<a href=\"(/mailbox/[0-9]+)\">([^<]*)</a><br><span class=\"small\">"
                        + Pattern.quote(email) + "</span>")
                .matcher(page);
        while (row.find()) {
            if (row.group(2).contains(subject)) {
                paths.add(row.group(1));
            }
        }
        return paths;
    }

    private static String awaited(String email, String subject) {
        await(subject).atMost(PATIENCE).until(() -> !mailbox(email, subject).isEmpty());
        var paths = mailbox(email, subject);
        assertThat(paths).as(subject).hasSize(1);
        return paths.getFirst();
    }

    private static String page(String path) {
        var answer = PAGES.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.response().body();
    }

    private static JsonNode letters(Api staff, String subject) {
        return ok(200, staff.get("/v1/letters?subject=" + subject)).path("letters");
    }

    @Test
    void whoPaysIsToldOnceAndToldOfTheCancellationAndTheRefund() {
        var hotel = TestHotel.with(TestData.of(SERVER).dataSource(), 10);
        var guest = TestGuest.signedUp(SERVER);
        guest.credit(SERVER, 500_000, "KRW");
        var id = guest.reserve(hotel, 10);
        ok(201, guest.begin(id, "wallet"));

        var confirmation = awaited(guest.email(), "[예약 확정] 시험, ");
        var desk = Api.demo(SERVER.internalUrl(), "desk");
        await().atMost(PATIENCE)
                .until(() -> letters(desk, id).path(0).path("state").asText().equals("sent"));
        var letter = letters(desk, id).path(0);
        assertThat(letter.path("kind").asText()).isEqualTo("confirmation");
        assertThat(letter.toString()).doesNotContain("@");
        var event = TestData.number(SERVER, "select event from letter where subject = '" + id + "'");
        assertThat(letter.path("letterID").asText()).isEqualTo(event + "-confirmation");
        assertThat(page(confirmation))
                .contains("&lt;" + event + ".confirmation.")
                .contains("stay.ics");
        assertThat(page(confirmation + "/html"))
                .contains("김민수", "/reservations/" + id)
                .doesNotContain("<script");
        assertThat(page(confirmation + "/files/1"))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("UID:" + id + "@");

        ok(200, guest.api().delete("/v1/reservations/" + id));
        assertThat(page(awaited(guest.email(), "[예약 취소] 시험, ") + "/html")).contains("요청하신 대로");
        assertThat(page(awaited(guest.email(), "[환불 완료] ") + "/html")).contains("지갑으로");
        assertThat(mailbox(guest.email(), "[예약 확정]")).as("once").hasSize(1);

        var again = ok(200, desk.send("POST", "/v1/letters/" + event + "-confirmation/resend", null, Map.of()));
        assertThat(again.path("resent").asInt()).isEqualTo(1);
        await().atMost(PATIENCE)
                .until(() -> letters(desk, id).path(2).path("state").asText().equals("skipped"));
        assertThat(letters(desk, id).path(2).path("reason").asText())
                .as("it would not be true any more")
                .isEqualTo("superseded");
        assertThat(TestData.number(
                        SERVER,
                        "select count(*) from journal where action = 'letter.resent' and subject = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoChangesThePasswordIsToldInEnglishAndAdministratorsMayAsk() {
        var guest = TestGuest.signedUp(SERVER);
        var account = guest.accountId(SERVER);
        TestData.execute(SERVER, "update account set language = 'en', name = '<i>Kim' where account_id = " + account);
        ok(
                204,
                guest.api()
                        .put(
                                "/v1/account/password",
                                Map.of("currentPassword", "a long secret", "newPassword", "quite another secret 7"),
                                Map.of()));
        var path = awaited(guest.email(), "Your password was changed");
        assertThat(page(path + "/html")).contains("Dear &lt;i&gt;Kim,").doesNotContain("<i>");

        var subject = "account:" + account;
        var admin = Api.demo(SERVER.internalUrl(), "admin");
        await().atMost(PATIENCE)
                .until(() ->
                        letters(admin, subject).path(0).path("state").asText().equals("sent"));
        var desk = Api.demo(SERVER.internalUrl(), "desk");
        assertThat(desk.get("/v1/letters?subject=" + subject).status()).isEqualTo(403);
        assertThat(guest.api().get("/v1/letters?subject=" + subject).status())
                .as("not for guests")
                .isEqualTo(404);
        assertThat(guest.api()
                        .at(SERVER.internalUrl())
                        .get("/v1/letters?subject=" + subject)
                        .status())
                .isEqualTo(403);
        assertThat(admin.get("/v1/letters?subject=nonsense").status()).isEqualTo(404);
        assertThat(admin.get("/v1/letters").status()).isEqualTo(400);
        assertThat(admin.send("POST", "/v1/letters/nonsense/resend", null, Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoForgotThePasswordGetsALinkThatWorks() {
        var guest = TestGuest.signedUp(SERVER);
        assertThat(PAGES.post("/v1/password-resets", Map.of("email", guest.email()))
                        .status())
                .isLessThan(300);
        var letter = page(awaited(guest.email(), "새 비밀번호를 정해 주세요") + "/html");
        var link = Pattern.compile("/reset\\?token=([A-Za-z0-9_-]+)").matcher(letter);
        assertThat(link.find()).isTrue();
        var changed = PAGES.put(
                "/v1/password-resets", Map.of("token", link.group(1), "password", "quite another secret 8"), Map.of());
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(204);
        awaited(guest.email(), "비밀번호가 변경되었습니다");
        assertThat(SERVER.log()).doesNotContain(link.group(1), guest.email());
    }

    @Test
    void whoIsInvitedGetsALinkUnlessOneWasHandedOver() {
        var admin = Api.demo(SERVER.internalUrl(), "admin");
        var email = UUID.randomUUID() + "@example.com";
        var wanted = Map.of(
                "email", email, "name", "Invited", "rights", List.of(Map.of("role", "desk", "scope", "hotel-12")));
        var id = ok(201, admin.post("/v1/staff/invitations", wanted))
                .path("accountID")
                .asText();
        assertThat(page(awaited(email, "직원 계정에 초대합니다") + "/html")).contains("/invitation?token=");

        ok(200, admin.post("/v1/staff/invitations/" + id + "/link", Map.of()));
        var letter = letters(admin, "account:" + id).path(0).path("letterID").asText();
        ok(200, admin.send("POST", "/v1/letters/" + letter + "/resend", null, Map.of()));
        await().atMost(PATIENCE)
                .until(() -> letters(admin, "account:" + id)
                        .path(0)
                        .path("state")
                        .asText()
                        .equals("skipped"));
        assertThat(mailbox(email, "직원 계정에 초대합니다")).hasSize(1);
    }

    @Test
    void whatIsNoLetterIsNotFound() {
        for (var path : List.of(
                "/mailbox/0", "/mailbox/x", "/mailbox/999999999", "/mailbox/1/files/99", "/mailbox/999999999/html")) {
            assertThat(PAGES.get(path).status()).as(path).isEqualTo(404);
        }
    }
}
