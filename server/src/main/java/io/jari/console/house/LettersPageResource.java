package io.jari.console.house;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.console.Consoles;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.jari.mail.LetterBodies.LetterBody;
import io.jari.mail.LetterBodies.LetterList;
import io.jari.mail.LetterResource;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What was written to somebody, and whether it was sent. */
@Path("/staff/letters")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class LettersPageResource {
    private static final int ROWS = 50;
    private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,80}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private final LetterResource letters;
    private final Consoles consoles;
    private final CurrentVisit current;

    LettersPageResource(LetterResource letters, Consoles consoles, CurrentVisit current) {
        this.letters = letters;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.STAFF, bySubject = true, page = true)
    @Operation(hidden = true)
    public Response list(@Context UriInfo uri) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var form = new Form(visit.query());
            var typed = form.text("subject");
            // Nobody types the word before the number of an account.
            var asked = NUMBER.matcher(typed).matches() ? "account:" + typed : typed;
            if (asked.isEmpty()) {
                return page(visit, caller, asked, List.of(), null, null);
            }
            if (!SUBJECT.matcher(asked).matches()) {
                return page(visit, caller, asked, List.of(), null, "house.letters.unknown");
            }
            try {
                var found = Answered.of(
                        letters.list(asked, form.maybe("cursor"), ROWS, visit.who(), uri), LetterList.class);
                var rows = found.body().letters().stream()
                        .map(letter -> row(visit.texts(), letter))
                        .toList();
                return page(visit, caller, asked, rows, found.next(), rows.isEmpty() ? "house.letters.none" : null);
            } catch (Problem problem) {
                return page(visit, caller, asked, List.of(), null, refusal(problem));
            }
        });
    }

    /** What they may not see, or what there is not, is said where they asked. */
    private static String refusal(Problem problem) {
        return switch (problem.getResponse().getStatus()) {
            case 403 -> "house.letters.not-yours";
            case 404 -> "house.letters.unknown";
            default -> throw problem;
        };
    }

    private Response page(
            Visit visit,
            Caller caller,
            String asked,
            List<LettersPage.Row> rows,
            @Nullable String next,
            @Nullable String notice) {
        var t = visit.texts();
        return Response.ok(new LettersPage(
                        consoles.house(visit, caller, "house.letters.title"),
                        asked,
                        rows,
                        next,
                        notice == null ? null : t.say(notice)))
                .build();
    }

    private static LettersPage.Row row(Texts t, LetterBody letter) {
        return new LettersPage.Row(
                letter.letterId(),
                Words.of(t, "house.letter.", letter.kind()),
                t.moment(letter.at(), Visit.HOME),
                letter.state(),
                t.say("house.letter.state." + letter.state()),
                note(t, letter),
                !letter.state().equals("pending") && !letter.state().equals("sending"));
    }

    private static String note(Texts t, LetterBody letter) {
        var reason = letter.reason();
        var why = reason == null ? "" : why(t, reason);
        if (letter.sentAt() != null) {
            var times = letter.resent() == 0 ? "" : " " + t.say("house.letters.resent", letter.resent());
            return t.moment(letter.sentAt(), Visit.HOME) + times;
        }
        if (letter.nextTryAt() != null && letter.tries() > 0) {
            return why + " " + t.say("house.letters.next-try", t.moment(letter.nextTryAt(), Visit.HOME));
        }
        return why;
    }

    private static String why(Texts t, String reason) {
        return reason.startsWith("smtp-")
                ? t.say("house.letter.why.smtp", reason.substring("smtp-".length()))
                : Words.of(t, "house.letter.why.", reason);
    }
}
