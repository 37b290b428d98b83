package io.jari.console.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.page.Chromium;
import io.jari.page.Window;
import io.jari.payment.TestGuest;
import io.jari.webhook.TestReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What concerns the whole house, clicked in a real browser. Its pictures are in target/pictures. */
class HousePagesIT {
    private static final JariServer SERVER = JariServer.shared();

    private final TestHotel hotel = TestHotel.with(TestData.of(SERVER).dataSource(), 10);
    private final TestGuest guest = TestGuest.signedUp(SERVER);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anAdministratorsDayInEnglish() throws IOException {
        try (var chromium = Chromium.launch();
                var person = chromium.person("en", 1280, 900);
                var receiver = new TestReceiver()) {
            var window = new Window(person, SERVER.internalUrl(), "house-en");
            signIn(window, "E-mail", "Password", "Sign in", "Staff sign-in");
            var stay = owedByTheDesk();
            journal(window, stay);
            letters(window, stay);
            webhooks(window, receiver);
            people(window);
            keys(window);
            refunds(window, stay);
            privacy(window);
            account(window);
            window.press("Sign out").sees("Staff sign-in");
            assertThat(window.path()).isEqualTo("/sign-in");
        }
    }

    private static void signIn(Window window, String email, String password, String button, String title) {
        window.open("/staff").sees(title).picture("sign-in");
        window.fill(email, "admin@demo.jari").fill(password, "demo-demo").press(button);
        window.page().waitForURL("**/staff");
    }

    /** A stay that was paid in cash and canceled: a person hands the money out. */
    private String owedByTheDesk() {
        var stay = guest.reserve(hotel, 5);
        var desk = Api.demo(SERVER.internalUrl(), "admin");
        TestGuest.ok(201, desk.post("/v1/reservations/" + stay + "/desk-payments", Map.of("method", "cash")));
        TestGuest.ok(200, guest.api().delete("/v1/reservations/" + stay));
        return stay;
    }

    private void journal(Window window, String stay) throws IOException {
        window.follow("Journal").sees("What was done in the whole house.");
        window.fill("Hotel or concert", place()).fill("To what", stay).press("Search");
        window.sees("What was done in Test.")
                .sees("canceled a stay")
                .sees("A guest")
                .picture("journal");
        var file = window.page().waitForDownload(() -> window.press("Download as CSV"));
        assertThat(file.suggestedFilename()).isEqualTo("journal.csv");
        assertThat(Files.readString(file.path())).contains(stay, "reservation.canceled");
        window.fill("To what", "누구").press("Search").sees("An id has no blanks").picture("journal-flaw");
    }

    private static void letters(Window window, String stay) {
        window.follow("Letters").fill("Booking or account", "nothing").press("Search");
        window.sees("There is no such booking or account.");
        window.fill("Booking or account", stay).press("Search").sees("Stay canceled");
        window.seesInTheEnd("Sent").picture("letters");
        window.press("Send again").sees("It will be sent");
    }

    private void webhooks(Window window, TestReceiver receiver) {
        window.follow("Webhooks").fill("Address", receiver.url()).fill("Of which hotel or concert", place());
        window.page().locator("input[value='reservation.created']").check();
        window.press("Make a webhook").sees("It is shown this once.");
        assertThat(shown(window)).startsWith("whsec_");
        window.picture("webhook-made").follow("I have kept it").follow(receiver.url());
        window.press("Try it").sees("It heard.").picture("webhook");
        guest.reserve(hotel, 6);
        await().untilAsserted(() -> {
            window.page().reload();
            assertThat(window.page().locator("td:has-text('Delivered')").count())
                    .isPositive();
        });
        window.page().locator("td form button:has-text('Send again')").first().click();
        window.sees("It is sent again.").picture("deliveries");
        window.press("Switch off").sees("Off").press("Switch on").sees("On");
        window.press("Delete").press("Yes").sees("The webhook is deleted.");
        assertThat(window.path()).isEqualTo("/staff/webhooks");
    }

    private void people(Window window) {
        window.follow("People and rights").fill("Name", "Mina " + mark).fill("E-mail", mark + "@example.com");
        role(window, "desk");
        window.fill("Where", place())
                .press("Invite")
                .sees("Invited. Where no mail is sent")
                .picture("people");
        var invited = window.page()
                .locator("section")
                .filter(new Locator.FilterOptions().setHasText("Mina " + mark))
                .first();
        invited.getByText("A link to hand over").click();
        window.sees("It is shown this once");
        assertThat(shown(window)).startsWith(SERVER.internalUrl() + "/invitation?token=");
        window.open("/staff/people/" + invited.getAttribute("aria-labelledby").substring("invited-".length()));
        window.sees("Front desk · Test");
        role(window, "administrator");
        assertThat(window.page().getByLabel("Where").first().inputValue()).isEqualTo("all");
        role(window, "revenue");
        window.fill("Where", place())
                .press("Give this right")
                .sees("Revenue · Test")
                .picture("person");
        window.press("Take: Front desk · Test").press("Yes").sees("The right is taken.");
        assertThat(window.page().innerText("main")).doesNotContain("Front desk · Test");
        window.press("Close the account")
                .press("Yes")
                .sees("This account is closed")
                .picture("closed");
    }

    private void keys(Window window) {
        window.follow("API keys").fill("Name", "Channels " + mark);
        role(window, "revenue");
        window.fill("Where", place()).press("Make a key").sees("kept nowhere");
        assertThat(shown(window)).startsWith("jk_");
        window.picture("key-made")
                .follow("I have kept it")
                .sees("Channels " + mark)
                .picture("keys");
        window.press("Revoke: Channels " + mark).press("Yes").sees("The key is revoked.");
    }

    private void refunds(Window window, String stay) {
        window.follow("Refunds and differences")
                .fill("Hotel or concert", place())
                .press("Show");
        window.sees(stay).sees("The desk owes it");
        window.page().getByText("See to it").first().click();
        window.fill("How it was given back", "cash, receipt 17").picture("refunds");
        window.press("I handed it out").press("Yes").sees("No refund needs you.");
        window.open("/staff/refunds").press("Compare now").sees("Compared.");
        TestData.execute(SERVER, """
                insert into payment_difference (provider, reference, what, subject, state, ours, theirs, first_seen_at)
                values ('cardco', 'ref-%1$s', 'capture_unknown', 'ref-%1$s', 'open', '-', 'captured 10000 KRW', jari_now())
                """.formatted(mark));
        window.open("/staff/refunds").sees("ref-" + mark).picture("differences");
        var difference = window.page().locator("tr", new Page.LocatorOptions().setHasText("ref-" + mark));
        difference.getByText("See to it").click();
        difference.getByLabel("How it was seen to").fill("given back at their console");
        difference.getByRole(AriaRole.BUTTON).first().click();
        window.press("Yes").sees("The difference is settled.");
        assertThat(window.page().innerText("main")).doesNotContain("ref-" + mark);
        window.follow("Show those that have ended too").sees("given back at their console");
        window.follow("Charged twice?").picture("charged-twice");
    }

    private static void privacy(Window window) {
        var leaving = TestGuest.signedUp(SERVER);
        window.follow("Personal data")
                .fill("E-mail", leaving.email())
                .press("Search")
                .sees("An account");
        var file = window.page().waitForDownload(() -> window.press("Download a copy"));
        assertThat(file.suggestedFilename()).isEqualTo("personal-data.json");
        window.follow("What would erasing do?").sees("gone for good").picture("erasing");
        window.press("Erase for good").press("Yes").sees("Erased.").picture("erased");
        window.fill("E-mail", leaving.email()).press("Search").sees("There is no data of anybody");
    }

    private static void account(Window window) {
        Api.signedIn(SERVER.internalUrl(), "admin@demo.jari", "demo-demo");
        window.open("/staff/account")
                .sees("Where I am signed in")
                .sees("This one")
                .picture("account");
        window.fill("Present password", "wrong").fill("New password", "a longer secret");
        window.press("Change the password");
        window.page().locator("[aria-invalid], .flaw").first().waitFor();
    }

    @Test
    void onAPhoneInKorean() {
        try (var chromium = Chromium.launch();
                var person = chromium.person("ko", 390, 844)) {
            var window = new Window(person, SERVER.internalUrl(), "house-ko");
            signIn(window, "이메일", "비밀번호", "로그인", "직원 로그인");
            var stay = owedByTheDesk();
            window.open("/staff/journal?at=" + place())
                    .sees("시험에서 있었던 일입니다.")
                    .sees("예약을 취소함")
                    .picture("journal");
            window.open("/staff/letters?subject=" + stay).sees("예약 취소").picture("letters");
            window.open("/staff/webhooks").sees("웹훅 만들기").picture("webhooks");
            window.fill("주소", "ftp://x").fill("어느 호텔이나 공연의 일", place()).press("웹훅 만들기");
            window.page().locator(".flaw").first().waitFor();
            window.picture("webhook-flaw");
            window.open("/staff/people").sees("직원 초대하기").picture("people");
            window.open("/staff/keys").sees("키 만들기").picture("keys");
            window.open("/staff/refunds?at=" + place()).sees("프런트가 돌려줄 돈").picture("refunds");
            window.open("/staff/privacy?email=" + guest.email()).sees("계정").follow("지우면 어떻게 되나요?");
            window.sees("숙박").picture("privacy");
            window.open("/staff/account").sees("로그인한 곳").picture("account");
        }
    }

    private String place() {
        return "hotel-" + hotel.hotelId();
    }

    private static String shown(Window window) {
        return window.page().locator("[data-answer]:not([hidden]) code").first().innerText();
    }

    private static void role(Window window, String role) {
        window.page()
                .locator("select[name='role'], select[name='rights[0].role']")
                .first()
                .selectOption(role);
    }
}
