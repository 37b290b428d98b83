package io.jari.account;

/** Who sent a request: an account with a live session. */
public record Caller(long accountId, String name, boolean staff, Rights rights) {

    /** How the journal and idempotency keys name an account. */
    public static String actor(long accountId) {
        return "account:" + accountId;
    }

    public String actor() {
        return actor(accountId);
    }
}
