package io.jari.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.jari.JariServer;
import io.jari.page.Chromium;
import io.jari.page.Language;
import io.jari.page.Texts;
import io.jari.page.Window;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What guests come for, without a pointer; and what those hear on the way who listen instead of looking. */
class KeyboardIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final String PASSWORD = "a long secret";
    private static final String GOOD = "4242 4242 4242 4242";
    private static final String DECLINED = "4000 0000 0000 0002";

    /** Somebody at a keyboard. */
    private record Person(Window window, Texts t, boolean korean) {
        static Person with(Chromium chromium, String language, int width, int height, String name) {
            var window = new Window(chromium.person(language, width, height), SERVER.url(), name + "-" + language);
            return new Person(window, Texts.in(Language.of(language).orElseThrow()), language.equals("ko"));
        }

        Person press(AriaRole role, String called) {
            window.tabTo(role, called).anew(() -> window.key("Enter"));
            return this;
        }

        Person write(AriaRole field, String called, String text) {
            window.tabTo(field, called).type(text);
            return this;
        }

        /** @param outline of the page's main part, or a piece of it, as a screen reader has it; its words are keys of texts */
        Person hears(String outline) {
            var said = Pattern.compile("\\{([a-z.-]+)}")
                    .matcher(outline)
                    .replaceAll(
                            key -> t.say(key.group(1)).replace("\"", "\\\\\"").replace("$", "\\$"));
            assertThat(window.page().locator("main")).matchesAriaSnapshot(said);
            return this;
        }

        Person signsUp() {
            press(AriaRole.LINK, t.say("sign-up.title"));
            write(AriaRole.TEXTBOX, t.say("name"), korean ? "김민수" : "Kim Minsu");
            write(AriaRole.TEXTBOX, t.say("email"), UUID.randomUUID() + "@example.com");
            write(AriaRole.TEXTBOX, t.say("password"), PASSWORD);
            return press(AriaRole.BUTTON, t.say("sign-up.button"));
        }

        /** At the provider's. */
        Person paysWith(String card) {
            write(AriaRole.TEXTBOX, korean ? "카드 번호" : "Card number", card);
            write(AriaRole.TEXTBOX, korean ? "유효기간" : "Expires", "12/40");
            write(AriaRole.TEXTBOX, "CVC", "123");
            write(AriaRole.TEXTBOX, korean ? "카드에 적힌 이름" : "Name on the card", "KIM");
            return press(AriaRole.BUTTON, korean ? "결제하기" : "Pay ₩");
        }
    }

    @ParameterizedTest
    @MethodSource("io.jari.page.Windows#koreanDesktop")
    void aStay(String language, int width, int height) {
        var name = "Keys " + UUID.randomUUID().toString().substring(0, 8);
        var hotel = PagesIT.hotel(SERVER, 3);
        hotel.execute("update hotel set name_ko = '%1$s', name_en = '%1$s' where hotel_id = %2$d"
                .formatted(name, hotel.hotelId()));
        try (var chromium = Chromium.launch()) {
            var person = Person.with(chromium, language, width, height, "keys-stay");
            var t = person.t();
            person.window().open("/?" + PagesIT.nights(hotel, 5, 6));
            person.hears("""
                    - heading "{front.title}" [level=1]
                    - search:
                      - searchbox "{where}"
                      - textbox "{arrival}"
                      - textbox "{departure}"
                      - spinbutton "{guests}"
                      - spinbutton "{rooms}"
                      - button "{search}"
                    """);
            person.write(AriaRole.SEARCHBOX, t.say("where"), name);
            person.window().anew(() -> person.window().key("Enter"));
            person.press(AriaRole.LINK, name);
            person.hears("""
                    - heading "%s" [level=1]
                    - list:
                      - listitem:
                        - heading [level=2]:
                          - link
                        - link "{book}"
                    """.formatted(name));
            person.press(AriaRole.LINK, t.say("book")).signsUp();
            person.hears("""
                    - heading "{order.title}" [level=1]
                    - region "%s":
                      - table "{nightly}":
                        - rowgroup:
                          - row:
                            - rowheader
                            - cell
                          - row:
                            - rowheader "{total}"
                            - cell:
                              - strong
                      - timer
                    - region "{guest.title}":
                      - textbox "{guest.name}"
                      - textbox "{guest.phone}"
                      - textbox "{guest.email}"
                      - spinbutton "{guest.party}"
                      - textbox "{guest.note}"
                      - button
                    """.formatted(name));
            person.window().picture("order");
            person.press(AriaRole.BUTTON, person.korean() ? "예약하기" : "Reserve for");
            person.hears("""
                    - heading "{reservation.title}" [level=1]
                    - region "{price}":
                      - heading "{pay.title}" [level=3]
                      - button "{pay.by-card}"
                    """);
            person.press(AriaRole.BUTTON, t.say("pay.by-card")).paysWith(DECLINED);
            person.hears("- status: /0002/");
            person.press(AriaRole.BUTTON, t.say("pay.again")).paysWith(GOOD);
            person.window().page().waitForSelector(".said");
            person.hears("""
                    - heading "{pay.paid.title}" [level=1]
                    - status
                    - term: "{pay.amount}"
                    - definition:
                      - strong
                    """);
            person.press(AriaRole.LINK, t.say("pay.back.reservation")).press(AriaRole.LINK, t.say("cancellation.open"));
            person.hears("""
                    - heading "{cancellation.title}" [level=1]
                    - button "{cancellation.do}"
                    - link "{cancellation.keep}"
                    """);
            assertThat(person.window().heard("main"))
                    .as("the fee, before")
                    .contains(t.say("cancellation.now", t.money(0, "KRW")));
            person.press(AriaRole.BUTTON, t.say("cancellation.do"));
            person.window().seesInTheEnd("4242").picture("refunded");
        }
    }

    @ParameterizedTest
    @MethodSource("io.jari.page.Windows#englishPhone")
    void seatsAndTickets(String language, int width, int height) {
        var date = TestPerformance.on(SERVER);
        try (var chromium = Chromium.launch()) {
            var person = Person.with(chromium, language, width, height, "keys-seats");
            var t = person.t();
            person.window().open("/concerts/" + date.concertId());
            person.hears("""
                    - heading [level=1]
                    - heading "{concert.dates}" [level=2]
                    - list:
                      - listitem:
                        - heading [level=3]
                        - list:
                          - listitem
                        - link /{concert.choose}/
                    """);
            person.press(AriaRole.LINK, t.say("concert.choose"));
            person.hears("""
                    - region "{map.title}":
                      - group "{seats.category}":
                        - button /VIP/
                      - application "{map.label}"
                      - button "{map.in}"
                      - button "{map.out}"
                    - region "{seats.best}":
                      - group "{seats.how-many}":
                        - radio
                      - group "{seats.category}":
                        - radio "{seats.any}" [checked]
                      - button "{seats.hold-best}"
                    """);
            person.window().tabTo(AriaRole.RADIO, t.count("seats.count", 2));
            person.press(AriaRole.BUTTON, t.say("seats.hold-best")).signsUp();
            person.press(AriaRole.BUTTON, t.say("seats.hold-best"));
            person.hears("""
                    - region:
                      - table "{seats}":
                        - rowgroup:
                          - row:
                            - rowheader
                            - cell
                          - row:
                            - rowheader
                            - cell
                          - row:
                            - rowheader "{total}"
                    - region "{pay.title}":
                      - timer
                      - status
                      - button "{pay.by-card}"
                      - button "{hold.more}"
                      - button "{hold.release}"
                    """);
            person.window().picture("hold");
            person.press(AriaRole.BUTTON, t.say("hold.more"));
            var hold = person.window().path();
            person.press(AriaRole.LINK, t.say("pay.wallet.charge"))
                    .press(AriaRole.BUTTON, t.say("wallet.charge-by-card"))
                    .paysWith(GOOD);
            person.window().page().waitForSelector(".said");
            person.window().open(hold);
            person.press(AriaRole.BUTTON, person.korean() ? "지갑에서 결제하기" : "Pay from wallet");
            person.press(AriaRole.LINK, t.say("hold.tickets"));
            person.hears("""
                    - heading "{tickets.title}" [level=1]
                    - list:
                      - listitem:
                        - heading [level=2]:
                          - link
                      - listitem:
                        - heading [level=2]:
                          - link
                    """);
            person.window().picture("tickets");
            person.press(AriaRole.LINK, person.korean() ? "자리 라이브" : "Jari Live");
            person.hears("- img \"{ticket.qr}\"");
        }
    }

    @ParameterizedTest
    @MethodSource("io.jari.page.Windows#koreanDesktop")
    void theWaitingRoom(String language, int width, int height) {
        var room = TestRoom.on(
                SERVER, "first-come", Instant.now().minusSeconds(60), Map.of("mostInside", 1, "entrySeconds", 300));
        var first = PagesIT.signedUp(SERVER, "en");
        room.entered(first);
        try (var chromium = Chromium.launch()) {
            var person = Person.with(chromium, language, width, height, "keys-queue");
            var t = person.t();
            person.window().open("/");
            person.press(AriaRole.LINK, t.say("menu.sign-in")).signsUp();
            person.window().open(room.date().path());
            person.press(AriaRole.LINK, t.say("pass.room"));
            person.hears("""
                    - heading "{queue.title}" [level=1]
                    - button "{queue.join}"
                    """);
            person.press(AriaRole.BUTTON, t.say("queue.join"));
            person.window().sees(t.say("queue.ahead.none"));
            person.hears("""
                    - region "{queue.place}":
                      - status
                      - heading "{queue.waiting}" [level=2]
                      - paragraph:
                        - progressbar "{queue.progress}"
                      - term: "{queue.wait}"
                      - definition
                      - term: "{seats}"
                      - definition
                    """);
            person.window().picture("waiting");
            room.post("pause", Map.of());
            person.hears("- status: /{queue.paused}/");
            room.post("resume", Map.of());
            first.submit(room.path() + "/exit", Map.of());
            person.window().page().waitForURL("**" + room.date().path());
            person.hears("""
                    - region "{pass}":
                      - timer
                      - button "{pass.leave}"
                    """);
        }
    }
}
