package io.jari.account;

import io.jari.account.FactorBodies.EnrolmentBody;
import io.jari.account.FactorBodies.RecoveryBody;
import io.jari.db.Partition;
import io.jari.db.Seal;
import io.jari.db.Secret;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.jari.qr.QrDrawing;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What staff show beside a password: codes of an app, or of a list on paper. */
@ApplicationScoped
class SecondFactors {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final FactorStore store;
    private final Seal seal;
    private final AccountStore accounts;
    private final Sessions sessions;
    private final Changes changes;

    SecondFactors(FactorStore store, Secret secret, AccountStore accounts, Sessions sessions, Changes changes) {
        this.store = store;
        this.seal = secret.seal("second factors", "the second factor of account");
        this.accounts = accounts;
        this.sessions = sessions;
        this.changes = changes;
    }

    boolean enrolled(long accountId) {
        return store.find(accountId).filter(FactorStore.Row::confirmed).isPresent();
    }

    long codesLeft(long accountId) {
        return store.codesLeft(accountId);
    }

    /** A fresh secret, to be confirmed by a code of it. Throws a problem when one is confirmed. */
    EnrolmentBody propose(long accountId) {
        var secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        if (!store.propose(accountId, seal.seal(accountId, secret))) {
            throw Refusal.secondFactorPresent();
        }
        return enrolment(accountId, secret);
    }

    /** The one that waits to be confirmed, once more. Throws a problem when none does. */
    EnrolmentBody proposed(long accountId) {
        return enrolment(accountId, seal.open(accountId, waiting(accountId).sealed()));
    }

    /**
     * From now on it is asked for. All sessions end that began without; the one that this was done in goes on by another token, with
     * all its rights.
     */
    RecoveryBody confirm(Session session, String code) {
        var accountId = session.caller().accountId();
        var row = waiting(accountId);
        var step = Totp.step(seal.open(accountId, row.sealed()), code.strip(), Instant.now(), row.lastStep());
        if (step.isEmpty()) {
            throw Refusal.wrongCode();
        }
        var token = Token.fresh();
        var codes = changing(accountId, session.caller().actor(), change -> {
            if (!FactorStore.confirm(change.handle(), accountId, row, step.getAsLong())) {
                throw Refusal.wrongCode();
            }
            SessionStore.raise(change.handle(), session, TokenHash.of(token));
            change.journal("account.second_factor_enrolled", session.caller().actor(), null);
            return freshCodes(change, accountId);
        });
        return new RecoveryBody(codes, token, session.expiresAt());
    }

    /** Whether this is a code of the moment, or of the list; either is accepted once. */
    boolean accepts(long accountId, String told) {
        var code = told.strip();
        var row = store.find(accountId).filter(FactorStore.Row::confirmed);
        if (row.isEmpty()) {
            return false;
        }
        if (Totp.looksRight(code)) {
            var step = Totp.step(
                    seal.open(accountId, row.get().sealed()),
                    code,
                    Instant.now(),
                    row.get().lastStep());
            return step.isPresent() && store.use(accountId, step.getAsLong());
        }
        return changes.of(Partition.account(accountId), Caller.actor(accountId), change -> {
            var used = FactorStore.use(change.handle(), accountId, RecoveryCode.hash(code));
            if (used) {
                change.journal("account.recovery_code_used", Caller.actor(accountId), null);
            }
            return used;
        });
    }

    /** A new list; the old one is worth nothing from now on. */
    RecoveryBody newCodes(Caller caller) {
        var codes = changing(caller.accountId(), caller.actor(), change -> {
            change.journal("account.recovery_codes_made", caller.actor(), null);
            return freshCodes(change, caller.accountId());
        });
        return new RecoveryBody(codes, null, null);
    }

    /** Ends all sessions of the account but the one to keep. Throws a problem when there is none to remove. */
    void remove(long accountId, String by, @Nullable TokenHash keep) {
        changing(accountId, by, change -> {
            if (!FactorStore.remove(change.handle(), accountId)) {
                throw Refusal.noSecondFactor();
            }
            SessionStore.endAll(change.handle(), accountId, keep);
            change.journal("account.second_factor_removed", Caller.actor(accountId), null);
            return accountId;
        });
    }

    private <T> T changing(long accountId, String by, Function<Change, T> work) {
        var result = changes.of(Partition.account(accountId), by, work);
        sessions.forgetAccounts(Set.of(accountId));
        return result;
    }

    private FactorStore.Row waiting(long accountId) {
        return store.find(accountId).filter(row -> !row.confirmed()).orElseThrow(Refusal::noSecondFactor);
    }

    private static List<String> freshCodes(Change change, long accountId) {
        var codes = RecoveryCode.fresh();
        FactorStore.replaceCodes(
                change.handle(),
                accountId,
                codes.stream().map(RecoveryCode::hash).toList());
        return codes;
    }

    private EnrolmentBody enrolment(long accountId, byte[] secret) {
        var email = accounts.find(accountId).orElseThrow(Refusal::noSuchAccount).email();
        var text = Base32.of(secret);
        var uri = "otpauth://totp/Jari:%s?secret=%s&issuer=Jari".formatted(encoded(email), text);
        return new EnrolmentBody(text, uri, QrDrawing.of(uri).svg());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
