package io.jari.mail;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.JariServer;
import io.jari.payment.TestGuest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server is killed while a mail server that has taken a letter has not said so. */
class MailKillIT {

    @Test
    void theLetterIsSentOnceMoreByTheSameName() {
        try (var mail = CatchingServer.start()) {
            mail.holdEach();
            var killed = JariServer.start(Map.of("JARI_MAIL_URL", mail.url(), "JARI_MAIL_LEASE_SECONDS", "1"));
            var guest = TestGuest.signedUp(killed);
            ok(
                    204,
                    guest.api()
                            .put(
                                    "/v1/account/password",
                                    Map.of("currentPassword", "a long secret", "newPassword", "quite another secret 7"),
                                    Map.of()));
            await().atMost(TestGuest.PATIENCE).until(() -> mail.messageIds().size() == 1);
            killed.kill9();
            mail.release();
            try (var _ = killed.again()) {
                await().atMost(TestGuest.PATIENCE).until(() -> mail.messageIds().size() == 2);
                assertThat(mail.messageIds().get(1))
                        .isEqualTo(mail.messageIds().get(0))
                        .contains(".password-changed.");
            }
        }
    }
}
