package io.jari.mail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.http.Cursor;
import io.jari.http.Problem;
import io.jari.journal.Changes;
import io.jari.mail.LetterBodies.LetterBody;
import io.jari.payment.PaymentBooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Letters as staff see them, and may ask for once more. */
@ApplicationScoped
class Letters {
    /** Times that staff may ask for one letter: whoever gets it did not ask. */
    private static final int MOST_RESENT = 10;

    private static final Pattern ACCOUNT = Pattern.compile("account:[1-9][0-9]{0,17}");

    private final LetterStore store;
    private final Changes changes;
    private final PaymentBooks books;
    private final Duration keep;

    Letters(LetterStore store, Changes changes, PaymentBooks books, MailSettings settings) {
        this.store = store;
        this.changes = changes;
        this.books = books;
        this.keep = Duration.ofHours(settings.keepHours());
    }

    /** Who may see letters about something. */
    record Keeper(Role role, Scope scope) {}

    /** Empty when it is nothing that there are letters about. */
    Optional<Keeper> keeper(String subject) {
        if (ACCOUNT.matcher(subject).matches()) {
            return Optional.of(new Keeper(Role.ADMINISTRATOR, Scope.ALL));
        }
        return books.key(subject).map(books::keeper).map(keeper -> new Keeper(keeper.role(), keeper.scope()));
    }

    /** Some of them, newest first, and the cursor to those before. */
    record Page(List<LetterBody> letters, @Nullable String next) {}

    Page about(String subject, @Nullable String cursor, int limit) {
        var before =
                cursor == null ? Long.MAX_VALUE : Cursor.parse(cursor, 1, parts -> Long.parseLong(parts.getFirst()));
        var found = store.about(subject, before, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? Cursor.of(page.getLast().event()) : null;
        return new Page(page.stream().map(LetterBodies::of).toList(), next);
    }

    Letter find(String id) {
        return Letter.Id.parse(id).flatMap(store::find).orElseThrow(Letters::none);
    }

    /** To the address that is known now, with what is so now; journaled. One that is on its way stays as it is. */
    LetterBody resend(String actor, Letter known) {
        return changes.of(known.partition(), actor, change -> {
            var letter = LetterStore.locked(change.handle(), known.id()).orElseThrow(Letters::none);
            if (!letter.state().isOver()) {
                return LetterBodies.of(letter);
            }
            if (letter.resent() >= MOST_RESENT) {
                throw Problem.of(409, "letter-resent-often", "It was sent again often enough")
                        .detail("A letter is sent again " + MOST_RESENT + " times at most.")
                        .with("most", MOST_RESENT)
                        .exception();
            }
            var until = change.now().plus(letter.kind().keeps(keep));
            var again = LetterStore.resend(change.handle(), letter.id(), until);
            var body = JsonNodeFactory.instance
                    .objectNode()
                    .put("letterID", letter.id().text())
                    .put("before", letter.state().wire())
                    .put("resent", again.resent());
            change.journal("letter.resent", letter.subject(), body.toString());
            return LetterBodies.of(again);
        });
    }

    private static Problem none() {
        return Problem.notFound("letter").exception();
    }
}
