package io.jari.account;

import static io.jari.payment.TestGuest.PATIENCE;
import static org.awaitility.Awaitility.await;

import io.jari.JariServer;
import io.jari.db.TestData;
import java.util.Locale;

/** Links as a mail would have them, made beside the server on its database. */
public final class TestLinks {
    private TestLinks() {}

    public static String issue(JariServer server, long accountId, Links.Purpose purpose) {
        return new Links(new LinkStore(TestData.of(server).dataSource())).issue(accountId, purpose);
    }

    /** The same once the letter that was asked for has gone: its own link ends those before it. */
    public static String issueAfterLetter(JariServer server, long accountId, Links.Purpose purpose) {
        return issueAfterLetter(server, accountId, purpose.name().toLowerCase(Locale.ROOT), purpose);
    }

    /** @param kind of the letter */
    static String issueAfterLetter(JariServer server, long accountId, String kind, Links.Purpose purpose) {
        var sent = "select count(*) from letter where kind = '%s' and state = 'sent' and subject = 'account:%d'"
                .formatted(kind, accountId);
        await().atMost(PATIENCE).until(() -> TestData.number(server, sent) > 0);
        return issue(server, accountId, purpose);
    }
}
