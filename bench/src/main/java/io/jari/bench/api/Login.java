package io.jari.bench.api;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Somebody with an account, who signs in when first needed and again when the session has ended. */
public final class Login {
    private static final int UNAUTHORIZED = 401;
    private static final int SIGN_INS = 2;
    /** Passwords are hard to check by design: more at once than this only wait inside the server. */
    private static final Semaphore SIGNING_IN = new Semaphore(4);

    private final Api api;
    private final String email;
    private final String password;
    private final Failures failures;
    private volatile Api signedIn;

    public Login(Api api, String email, String password, Failures failures) {
        this.api = api;
        this.email = email;
        this.password = password;
        this.failures = failures;
        this.signedIn = api;
    }

    /** Makes the account; an {@link IllegalStateException} where that is refused. */
    public Login signUp(String name) {
        var account = Map.of("email", email, "password", password, "name", name, "language", "en");
        guarded(() -> require(api.insist(nobody -> nobody.post("/v1/accounts", account), failures), "sign up"));
        return this;
    }

    /** Asks as this person, insisting while the server is busy. */
    public Answer ask(Function<Api, Answer> request) {
        var answer = signedIn.insist(request, failures);
        for (var tried = 0; tried < SIGN_INS && answer.status() == UNAUTHORIZED; tried++) {
            signIn();
            answer = signedIn.insist(request, failures);
        }
        return answer;
    }

    /** The same, where anything but success ends the run. */
    public Answer must(String what, Function<Api, Answer> request) {
        return require(ask(request), what);
    }

    private void signIn() {
        var credentials = Map.of("email", email, "password", password);
        guarded(() -> {
            var session = require(
                    api.insist(nobody -> nobody.post("/v1/sessions", credentials), failures), "sign in " + email);
            signedIn = api.as(session.text("token"));
        });
    }

    private static void guarded(Runnable signing) {
        SIGNING_IN.acquireUninterruptibly();
        try {
            signing.run();
        } finally {
            SIGNING_IN.release();
        }
    }

    private static Answer require(Answer answer, String what) {
        if (!answer.ok()) {
            throw new IllegalStateException("Could not " + what + ": " + answer.explanation());
        }
        return answer;
    }
}
