package io.jari.account;

import io.jari.JariServer;
import io.jari.db.TestData;

/** Links as a mail would have them, made beside the server on its database. */
public final class TestLinks {
    private TestLinks() {}

    public static String issue(JariServer server, long accountId, Links.Purpose purpose) {
        return new Links(new LinkStore(TestData.of(server).dataSource())).issue(accountId, purpose);
    }
}
