package io.jari.provider.api;

import io.jari.provider.books.Account;
import io.jari.provider.books.Books;
import io.jari.provider.fault.Faults;
import io.jari.provider.http.Incoming;
import io.jari.provider.http.Reply;
import java.util.Map;
import java.util.function.Function;

/** Knows the shop by its key, commits the faults it asked for, and leads to the resources. */
public final class Api implements Function<Incoming, Reply> {
    private static final String BEARER = "Bearer ";

    private final Books books;
    private final CheckoutsResource checkouts;
    private final RefundsResource refunds = new RefundsResource();
    private final LogResource log = new LogResource();
    private final FaultsResource faults = new FaultsResource();

    public Api(Books books, Checkouts shown) {
        this.books = books;
        this.checkouts = new CheckoutsResource(shown);
    }

    @Override
    public Reply apply(Incoming in) {
        return in.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(value -> books.withKey(value.substring(BEARER.length())))
                .map(account -> forShop(in, account))
                .orElseGet(Api::unauthorized);
    }

    private Reply forShop(Incoming in, Account account) {
        return switch (in.path().size() < 2 ? "" : in.path().get(1)) {
            case "checkouts" -> withFaults(account, () -> checkouts.answer(in, account));
            case "refunds" -> withFaults(account, () -> refunds.answer(in, account));
            case "log" -> log.answer(in, account).reply();
            case "faults" -> faults.answer(in, account).reply();
            default -> Reply.notFound("Here are /v1/checkouts, /v1/refunds, /v1/log and /v1/faults");
        };
    }

    private interface Call {
        Answer answer();
    }

    private static Reply withFaults(Account account, Call call) {
        var faults = account.faults();
        pause(Faults.millisOf(faults.delay()));
        if (Faults.happens(faults.unauthorized())) {
            return unauthorized();
        }
        if (Faults.happens(faults.error())) {
            return fault("Nothing was done");
        }
        var answer = call.answer();
        if (answer.moved() && Faults.happens(faults.timeoutAfterCapture())) {
            return new Reply.Withheld();
        }
        return Faults.happens(faults.errorAfter()) ? fault("Something may have been done") : answer.reply();
    }

    private static Reply fault(String detail) {
        return Reply.problem(500, "fault", "A fault, as asked for", detail);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Reply unauthorized() {
        var body = Reply.problemBody(
                401, "unauthorized", "Not authorized", "A shop's key is needed: Authorization: Bearer KEY");
        return Reply.problem(401, body, Map.of("WWW-Authenticate", "Bearer"));
    }
}
