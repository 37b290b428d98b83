package io.jari.account;

import io.jari.db.Partition;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request: an account with a live session, or an API key, which is staff and nobody.
 *
 * @param accountId of an API key 0, as no account is
 */
public record Caller(
        long accountId,
        String name,
        boolean staff,
        Rights rights,
        @Nullable Key key) {

    /** Which key it is, and the account that answers for it. */
    record Key(long keyId, long madeBy) {}

    public Caller(long accountId, String name, boolean staff, Rights rights) {
        this(accountId, name, staff, rights, null);
    }

    static Caller ofKey(long keyId, long madeBy, String name, Rights rights) {
        return new Caller(0, name, true, rights, new Key(keyId, madeBy));
    }

    /** How the journal and idempotency keys name an account. */
    public static String actor(long accountId) {
        return "account:" + accountId;
    }

    /** The same for whoever calls. */
    public String actor() {
        return key == null ? actor(accountId) : ApiKey.actor(key.keyId());
    }

    /** Where the journal tells what this caller did that is no hotel's and no concert's: with the account that answers for it. */
    public Partition partition() {
        return Partition.account(key == null ? accountId : key.madeBy());
    }
}
