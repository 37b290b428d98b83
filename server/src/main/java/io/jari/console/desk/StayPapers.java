package io.jari.console.desk;

import io.jari.audit.AuditEntry;
import io.jari.audit.AuditResource;
import io.jari.console.Actors;
import io.jari.console.desk.StayPage.Did;
import io.jari.console.desk.StayPage.Letter;
import io.jari.mail.LetterBodies.LetterBody;
import io.jari.mail.LetterBodies.LetterList;
import io.jari.mail.LetterResource;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** What was written about a stay: to the guest, and into the journal. */
@Singleton
class StayPapers {
    private static final int MOST = 100;
    private final AuditResource journal;
    private final LetterResource letters;
    private final Actors actors;

    StayPapers(AuditResource journal, LetterResource letters, Actors actors) {
        this.actors = actors;
        this.journal = journal;
        this.letters = letters;
    }

    /** Of the request, for whoever is asked in its name. */
    record Context(HttpHeaders headers, UriInfo uri, RoutingContext routing) {}

    List<Letter> letters(Desk desk, String id, Context context) {
        var answer = letters.list(id, null, MOST, desk.visit().who(), context.uri());
        return ((LetterList) answer.getEntity())
                .letters().stream().map(letter -> letter(desk, letter)).toList();
    }

    private static Letter letter(Desk desk, LetterBody letter) {
        var t = desk.t();
        var kind = "desk.letter." + letter.kind();
        return new Letter(
                letter.letterId(),
                t.has(kind) ? t.say(kind) : letter.kind(),
                t.say("desk.letter.state." + letter.state()) + why(desk, letter),
                desk.moment(letter.sentAt() == null ? letter.at() : letter.sentAt()),
                !letter.state().equals("pending") && !letter.state().equals("sending"));
    }

    private static String why(Desk desk, LetterBody letter) {
        var known = "desk.letter.reason." + letter.reason();
        return letter.reason() == null
                ? ""
                : " (" + (desk.t().has(known) ? desk.t().say(known) : letter.reason()) + ")";
    }

    /** Newest first. */
    List<Did> journal(Desk desk, String id, Context context) {
        var answer = journal.read(
                desk.hotelId(),
                null,
                null,
                null,
                null,
                id,
                null,
                null,
                null,
                MOST,
                desk.visit().who(),
                context.headers(),
                context.uri(),
                context.routing());
        var entries = ((AuditResource.Page) answer.getEntity()).entries();
        var names = actors.of(
                desk.t(),
                desk.caller(),
                entries.stream().map(AuditEntry::actor).distinct().toList());
        return entries.stream().map(entry -> did(desk, names, entry)).toList();
    }

    private static Did did(Desk desk, Actors.Names names, AuditEntry entry) {
        var t = desk.t();
        var what = "desk.did." + entry.action();
        return new Did(
                desk.moment(entry.at()),
                t.has(what) ? t.say(what) : entry.action(),
                names.say(entry.actor()),
                entry.body());
    }
}
