package io.jari.http;

import io.jari.db.StartRefused;
import io.netty.util.NetUtil;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An address, or all that begin alike, as 10.0.0.0/8 names them. */
final class IpBlock {
    private final byte[] address;
    private final int bits;

    private IpBlock(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /** @throws StartRefused where the text names none */
    static IpBlock of(String text) {
        var slash = text.indexOf('/');
        var address = bytes(slash < 0 ? text : text.substring(0, slash));
        try {
            var bits = slash < 0 ? Integer.MAX_VALUE : Integer.parseInt(text.substring(slash + 1));
            if (address != null && bits >= 0 && (slash < 0 || bits <= Byte.SIZE * address.length)) {
                return new IpBlock(address, Math.min(bits, Byte.SIZE * address.length));
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new StartRefused(
                "jari.proxies.trusted lists addresses and blocks such as 10.0.0.0/8, and \"%s\" is neither"
                        .formatted(text));
    }

    /** 4 or 16 bytes, 4 also where 16 stand for them; null when the text is no address. Asks nobody for names. */
    static byte @Nullable [] bytes(String text) {
        byte @Nullable [] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        return bytes != null && bytes.length == 16 && standsForFour(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }

    private static boolean standsForFour(byte[] bytes) {
        for (var i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }

    boolean holds(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        var whole = bits / Byte.SIZE;
        var rest = Byte.SIZE - bits % Byte.SIZE;
        return Arrays.equals(other, 0, whole, address, 0, whole)
                && (rest == Byte.SIZE || (other[whole] & 0xff) >>> rest == (address[whole] & 0xff) >>> rest);
    }
}
