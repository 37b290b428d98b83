package io.jari.account;

import io.jari.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Compares codes of second factors, so many in a while. */
@ApplicationScoped
class CodeCheck {
    private final SecondFactors factors;
    private final SignInTries tries;

    CodeCheck(SecondFactors factors, SignInTries tries) {
        this.factors = factors;
        this.tries = tries;
    }

    boolean enrolled(long accountId) {
        return factors.enrolled(accountId);
    }

    Checked of(long accountId, String code) {
        var wait = tries.beginCode(accountId);
        if (wait > 0) {
            return new Checked.Wait(wait);
        }
        if (!factors.accepts(accountId, code)) {
            return Checked.WRONG;
        }
        tries.codeWasRight(accountId);
        return Checked.RIGHT;
    }

    /** Throws a problem unless it is right. */
    void require(long accountId, String code) {
        switch (of(accountId, code)) {
            case Checked.Right _ -> {}
            case Checked.Wrong _ -> throw Refusal.wrongCode();
            case Checked.Wait wait -> throw Refusal.tooManyTries(wait.millis());
        }
    }

    /** Counts a try at something that throws a problem when the code was wrong. */
    <T> T counted(long accountId, Supplier<T> work) throws Problem {
        var wait = tries.beginCode(accountId);
        if (wait > 0) {
            throw Refusal.tooManyTries(wait);
        }
        var result = work.get();
        tries.codeWasRight(accountId);
        return result;
    }
}
