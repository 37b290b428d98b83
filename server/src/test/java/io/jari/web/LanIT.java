package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.page.Browser;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A demo that a phone in the same network opens, at this machine's own address. */
class LanIT {
    @Test
    void aPhoneBooksAndPays() throws IOException {
        var address = address();
        assumeThat(address).as("this machine is in no network").isPresent();
        try (var server = JariServer.lan(address.get(), Map.of())) {
            var lan = URI.create("http://" + address.get() + ":" + server.url().getPort());
            assertThat(server.log()).contains("everybody in your network", lan.toString(), "▀", "█");
            assertThat(answers(address.get(), server.internalUrl().getPort()))
                    .as("staff's pages are this machine's")
                    .isFalse();

            var phone = new Browser(lan, "en");
            PagesIT.signUp(phone, phone.open("/sign-up"));
            var hotel = PagesIT.hotel(server, 3);
            var reservation = TestPayments.reserved(phone, hotel);
            var hosted = phone.post(TestPayments.pay(reservation), TestPayments.CARD, lan.toString());
            var page = TestPayments.location(hosted);
            assertThat(page).startsWith("http://" + address.get() + ":");
            var back = TestPayments.atProvider(phone, page, TestPayments.card("4242424242424242"));
            assertThat(back).startsWith(lan.toString());
            assertThat(phone.open(back).body()).contains("paid by card ····4242");
            assertThat(phone.open(reservation.path()).body()).contains("paid by card");
            assertThat(Api.anonymous(lan)
                            .send("GET", reservation.path(), null, Map.of("Accept", "text/html"))
                            .header("Content-Security-Policy"))
                    .contains("form-action 'self'");
        }
    }

    private static boolean answers(String address, int port) throws IOException {
        try (var socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (java.net.ConnectException _) {
            return false;
        }
    }

    private static Optional<String> address() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                .map(java.net.InetAddress::getHostAddress)
                .findFirst();
    }
}
