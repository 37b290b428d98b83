package io.jari.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which addresses are anybody's: not this machine, not its network, not what answers as one of them. */
final class PublicAddresses {
    /** IANA's special-purpose registry, multicast and what is kept for later: address, and how many bits of it count. */
    private static final int[][] SPECIAL_V4 = {
        {0, 0, 8},
        {10, 0, 8},
        {100, 64, 10},
        {127, 0, 8},
        {169, 254, 16},
        {172, 16, 12},
        {192, 168, 16},
        {198, 18, 15},
        {224, 0, 3}
    };

    /** The same, where three bytes count: protocol assignments, documentation, relays of 6to4. */
    private static final int[][] SPECIAL_V4_24 = {{192, 0, 0}, {192, 0, 2}, {192, 88, 99}, {198, 51, 100}, {203, 0, 113}
    };

    private PublicAddresses() {}

    /** Whether a webhook may go there whatever is set. */
    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    /** Where private ones are allowed: one machine's own, or of its network; nothing that is nobody's or everybody's. */
    static boolean isOfSomebody(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isMulticastAddress()
                && !(address instanceof Inet4Address
                        && (address.getAddress()[0] == 0 || (address.getAddress()[0] & 0xff) >= 240));
    }

    private static boolean isPublicV4(byte[] bytes) {
        var first16 = pair(bytes, 0);
        for (var block : SPECIAL_V4) {
            var shift = 16 - block[2];
            if (first16 >>> shift == ((block[0] << 8) | block[1]) >>> shift) {
                return false;
            }
        }
        for (var block : SPECIAL_V4_24) {
            if ((bytes[0] & 0xff) == block[0] && (bytes[1] & 0xff) == block[1] && (bytes[2] & 0xff) == block[2]) {
                return false;
            }
        }
        return true;
    }

    private static int pair(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    /** Of the one block that is handed out, all but what stands for IPv4, tunnels, or documentation. */
    private static boolean isPublicV6(byte[] bytes) {
        var first = pair(bytes, 0);
        var second = pair(bytes, 2);
        var global = first >>> 13 == 1;
        var assignments = first == 0x2001 && (second < 0x0200 || second == 0x0db8);
        var sixToFour = first == 0x2002;
        var documentation = first == 0x3fff && second < 0x1000;
        return global && !assignments && !sixToFour && !documentation;
    }
}
