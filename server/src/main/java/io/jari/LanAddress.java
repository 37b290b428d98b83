package io.jari;

import io.jari.db.StartRefused;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Map;
import java.util.Optional;

/** Under which address others in the network reach this machine. */
final class LanAddress {
    private static final String NAMED = "JARI_LAN_ADDRESS";
    /** Nobody has it; nothing is sent there: the system only says from where it would be. */
    private static final String ELSEWHERE = "203.0.113.1";

    private LanAddress() {}

    static String of(Map<String, String> environment) {
        var named = environment.get(NAMED);
        if (named != null) {
            return own(named);
        }
        return towardsElsewhere()
                .or(LanAddress::anyOther)
                .map(InetAddress::getHostAddress)
                .orElseThrow(() -> new StartRefused("--lan: this machine has no address in a network. Is it connected?"
                        + " JARI_LAN_ADDRESS may name one."));
    }

    private static String own(String named) {
        try {
            if (named.matches("[0-9.]{7,15}")
                    && NetworkInterface.getByInetAddress(InetAddress.getByName(named)) != null) {
                return named;
            }
        } catch (IOException e) {
            throw new StartRefused(NAMED + "=" + named + " is no address of this machine", e);
        }
        throw new StartRefused(NAMED + "=" + named + " is no address of this machine");
    }

    private static Optional<InetAddress> towardsElsewhere() {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(ELSEWHERE, 9));
            return Optional.of(socket.getLocalAddress()).filter(LanAddress::usable);
        } catch (IOException | java.io.UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> anyOther() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(LanAddress::usable)
                    .findFirst();
        } catch (SocketException _) {
            return Optional.empty();
        }
    }

    private static boolean usable(InetAddress address) {
        return address instanceof Inet4Address
                && !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress();
    }
}
