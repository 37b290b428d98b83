package io.jari.web;

import io.jari.concert.DateTerms;
import io.jari.page.Frames;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.ticket.DoorLinkBodies.LinkedDoor;
import io.jari.ticket.Doors;
import io.quarkus.qute.RawString;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;

/** The page of a door, for who has a link and for staff. */
@Singleton
public class DoorPages {
    private static final List<String> SAID = List.of(
            "asking",
            "valid",
            "used",
            "used.words",
            "again",
            "again.words",
            "refunded",
            "refunded.words",
            "canceled",
            "canceled.words",
            "wrong-date",
            "wrong-date.words",
            "forged",
            "forged.words",
            "ended",
            "ended.words",
            "several",
            "several.words",
            "slowly",
            "slowly.words",
            "lost",
            "lost.words",
            "count",
            "seat",
            "mark.wheelchair",
            "mark.companion",
            "mark.restricted_view");

    private final Doors doors;
    private final Performances performances;
    private final Frames frames;

    DoorPages(Doors doors, Performances performances, Frames frames) {
        this.doors = doors;
        this.performances = performances;
        this.frames = frames;
    }

    DoorPage ofLink(Visit visit, String token, LinkedDoor door) {
        var t = visit.texts();
        return new DoorPage(
                frames.of(visit, t.say("concerts.door.title")),
                t.pick(door.title()),
                t.pick(door.hall()),
                Performances.when(t, door.startsAt(), ZoneId.of(door.timeZone())),
                door.gate(),
                count(t, door.admitted(), door.sold()),
                door.timeZone(),
                "/v1/door-check-ins",
                "/v1/door-check-ins",
                token,
                null,
                words(t));
    }

    /** Of who is signed in and may let people in. */
    public DoorPage ofStaff(Visit visit, DateTerms terms) {
        var t = visit.texts();
        var concert = performances.concert(Integer.toString(terms.concertId()));
        var progress = doors.progress(terms.concertId(), terms.dateId());
        var api = "/v1" + Links.date(terms) + "/check-ins";
        return new DoorPage(
                frames.of(visit, t.say("concerts.door.title")),
                t.pick(concert.title()),
                t.pick(concert.hall()),
                Performances.when(t, terms.startsAt(), terms.zone()),
                t.say("concerts.door.gate.first"),
                count(t, progress.admitted(), progress.sold()),
                terms.zone().getId(),
                api,
                api,
                null,
                "/staff" + Links.date(terms) + "/doors",
                words(t));
    }

    private static String count(Texts t, int admitted, int sold) {
        return t.say("concerts.door.count", Texts.number(admitted), Texts.number(sold));
    }

    private static RawString words(Texts t) {
        var words = new JsonObject();
        SAID.forEach(key -> words.put(key, t.say("concerts.door." + key)));
        return new RawString(words.encode().replace("<", "\\u003c"));
    }
}
