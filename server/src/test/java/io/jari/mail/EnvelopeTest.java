package io.jari.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.jari.db.StartRefused;
import io.jari.ticket.QrPng;
import jakarta.mail.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters as they travel, and to where they may. */
class EnvelopeTest {
    private static final Instant NOW = Instant.parse("2027-01-02T03:04:05Z");
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String TOKEN = "A".repeat(60);
    private final Envelope envelope =
            new Envelope(new Stationery(), Sender.parse("자리 <noreply@jari.example>"), SESSION);

    private static Draft.Written letter(String subject) {
        var w = Wording.in("ko");
        var text = new LetterText.Draft(w, "김민수", subject)
                .pass(new LetterText.Pass("1층 3열 4번", "R", "https://jari.example/tickets/x", "ticket-1.png", "QR"))
                .done("jari.example");
        return new Draft.Written(
                "guest@example.com",
                text,
                List.of(new Draft.Enclosure("ticket-1.png", "image/png", QrPng.of(TOKEN))),
                List.of(new Draft.Enclosure(
                        "concert.ics", CalendarFile.TYPE, "BEGIN".getBytes(StandardCharsets.US_ASCII))));
    }

    private byte[] sent(String subject) throws Exception {
        var out = new ByteArrayOutputStream();
        var to = MailAddress.of("guest@example.com").orElseThrow();
        envelope.around(letter(subject), to, "<7.tickets.x@jari.example>", NOW).writeTo(out);
        return out.toByteArray();
    }

    @Test
    void itSaysWhoseItIsAndBringsItsFiles() throws Exception {
        var caught = CaughtLetter.of(new Mailbox.Caught(1, "guest@example.com", NOW, sent("[예매 완료] 봄의 밤")));
        assertThat(caught.subject()).isEqualTo("[예매 완료] 봄의 밤");
        assertThat(caught.messageId()).isEqualTo("<7.tickets.x@jari.example>");
        assertThat(caught.from()).contains("<noreply@jari.example>");
        assertThat(caught.text()).contains("김민수 님, 안녕하세요.");
        assertThat(caught.html()).contains("src=\"data:image/png;base64,").doesNotContain("cid:");
        assertThat(caught.attachments())
                .extracting(CaughtLetter.Attachment::name)
                .containsExactly("concert.ics");
        assertThat(caught.attachments().getFirst().type()).isEqualTo("text/calendar");
        assertThat(new String(sent("x"), StandardCharsets.US_ASCII)).contains("\r\nAuto-Submitted: auto-generated\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hall\r\nBcc: all@example.com\r\n\r\nbody",
                "Hall\nBcc: all@example.com",
                "홀\r\nBcc: all@example.com",
                "Hall\u2028Bcc: all@example.com\u0000"
            })
    void noSubjectIsAnotherHeader(String subject) throws Exception {
        var message = new jakarta.mail.internet.MimeMessage(SESSION, new ByteArrayInputStream(sent(subject)));
        assertThat(Collections.list(message.getAllHeaderLines())).noneMatch(line -> line.startsWith("Bcc"));
        assertThat(message.getSubject()).contains("Bcc: all@example.com");
        assertThat(message.getAllRecipients()).hasSize(1);
    }

    @Test
    void aScannerReadsThePicture() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(QrPng.of(TOKEN)));
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
        assertThat(read.getText()).isEqualTo(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@b",
                "a b@example.com",
                "a@example.com\r\nRCPT TO:<b@example.com>",
                "a@exam ple.com",
                "<a@example.com>",
                "a@example.com,b@example.com",
                "\"a b\"@example.com",
                "@relay.example:a@example.com",
                "a@[127.0.0.1]",
                ".a@example.com",
                "a..b@example.com",
                "a@-example.com",
                "fan1@fans.invalid",
                "a@example.com\u0000"
            })
    void onlyPlainAddressesAreWrittenTo(String address) {
        assertThat(MailAddress.of(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "guest@demo.jari, guest@demo.jari",
        "first.last+tag@Example.COM, first.last+tag@Example.COM",
        "a@메일.한국, a@xn--h32bq4v.xn--3e0b707e"
    })
    void theyAreWrittenToAsTheyAre(String address, String written) {
        assertThat(MailAddress.of(address)).map(MailAddress::text).hasValue(written);
    }

    @Test
    void aServerIsToldByItsAddress() {
        var server = MailServer.parse("smtp://jari%40example.com:p%3Ass+word@mail.example");
        assertThat(server)
                .isEqualTo(new MailServer(
                        "mail.example", 587, false, MailServer.StartTls.REQUIRED, "jari@example.com", "p:ss+word"));
        assertThat(server.toString()).isEqualTo("mail.example:587");
        assertThat(MailServer.parse("smtps://mail.example"))
                .isEqualTo(new MailServer("mail.example", 465, true, MailServer.StartTls.IF_OFFERED, null, null));
        assertThat(MailServer.parse("smtp://a:b@127.0.0.1:25").startTls()).isEqualTo(MailServer.StartTls.IF_OFFERED);
        assertThat(MailServer.parse("smtp://mail.example:25?tls=off").startTls())
                .isEqualTo(MailServer.StartTls.OFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example",
                "http://mail.example",
                "smtp://",
                "smtp://secret@mail.example",
                "smtp://:secret@mail.example",
                "smtp://mail.example/secret",
                "smtp://mail.example?tls=secret",
                "smtp://a b"
            })
    void whatIsNoServerIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> MailServer.parse(url))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("JARI_MAIL_URL")
                .message()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Jari", "Jari <x>", "a@b.example\nBcc: c@d.example", "Ja\nri <a@b.example>"})
    void whatIsNoSenderIsRefused(String from) {
        assertThatThrownBy(() -> Sender.parse(from)).isInstanceOf(StartRefused.class);
    }
}
