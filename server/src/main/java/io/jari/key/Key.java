package io.jari.key;

import io.jari.key.SigningKeyStore.Row;
import java.util.Arrays;
import java.util.Objects;

/** One of the keys. What it signed is accepted for as long as it is. */
public final class Key {
    private final Row row;
    private final Hmac hmac;
    private final long signsFromMillis;
    private final long validTillMillis;

    Key(Row row, Hmac hmac) {
        this.row = row;
        this.hmac = hmac;
        this.signsFromMillis = row.signsFrom().toEpochMilli();
        this.validTillMillis =
                row.validTill() == null ? Long.MAX_VALUE : row.validTill().toEpochMilli();
    }

    /** 1 to 65,535: told with what the key signs. */
    public int id() {
        return row.keyId();
    }

    /** The 32 bytes for the first {@code length} of these. */
    public byte[] hmac(byte[] bytes, int length) {
        return hmac.of(bytes, length);
    }

    boolean signs(long nowMillis) {
        return nowMillis >= signsFromMillis && isAccepted(nowMillis);
    }

    boolean isAccepted(long nowMillis) {
        return nowMillis < validTillMillis;
    }

    /** Whether nothing has become of it. A database that was put back may have another by the same id. */
    boolean is(Row other) {
        return row.keyId() == other.keyId()
                && Arrays.equals(row.salt(), other.salt())
                && row.signsFrom().equals(other.signsFrom())
                && Objects.equals(row.validTill(), other.validTill());
    }
}
