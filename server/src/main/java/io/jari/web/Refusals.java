package io.jari.web;

import io.jari.booking.BookingBodies.SimilarBooking;
import io.jari.db.DatabaseClock;
import io.jari.page.Form;
import io.jari.page.Frames;
import io.jari.page.Texts;
import io.jari.page.Visit;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A no to somebody who wants to book, with where to go from there. */
@Singleton
class Refusals {
    private static final String SOLD_OUT = "urn:jari:problem:sold-out";
    private static final List<String> FIELDS = List.of(
            "reservationID",
            "quote",
            "hotel",
            "type",
            "startDate",
            "endDate",
            "rooms",
            "guests",
            "name",
            "phone",
            "email",
            "partySize",
            "note",
            "askIfSimilar");
    private final Offers offers;
    private final DatabaseClock clock;
    private final Frames frames;

    Refusals(Offers offers, DatabaseClock clock, Frames frames) {
        this.offers = offers;
        this.clock = clock;
        this.frames = frames;
    }

    /** What a problem says. */
    static Map<?, ?> members(Response problem) {
        return problem.getEntity() instanceof Map<?, ?> members ? members : Map.of();
    }

    /** Empty when the problem is another. */
    Optional<Response> soldOut(Visit visit, StayForm stay, Map<?, ?> problem) {
        if (!SOLD_OUT.equals(problem.get("type"))) {
            return Optional.empty();
        }
        var t = visit.texts();
        var alternatives = problem.get("alternatives") instanceof List<?> list ? list : List.of();
        var page = new SoldOutPage(
                frames.of(visit, t.say("soldout.title")),
                words(t, problem),
                offers.nearest(t, stay, alternatives),
                stay.hotelLink());
        return Optional.of(Response.status(409).entity(page).build());
    }

    private static String words(Texts t, Map<?, ?> problem) {
        var night = problem.get("night") instanceof LocalDate date ? t.date(date) : "";
        if (Boolean.TRUE.equals(problem.get("justTaken"))) {
            return t.say("soldout.just-taken", night);
        }
        return problem.get("left") instanceof Integer left && left > 0
                ? t.say(left == 1 ? "soldout.left.one" : "soldout.left.other", left, night)
                : t.say("soldout." + problem.get("reason"), night);
    }

    /** The same form again, to be sent without asking. */
    Response similar(Visit visit, Form form, List<?> similar) {
        var fields = fields(form);
        fields.remove("askIfSimilar");
        var t = visit.texts();
        var alike = similar.stream()
                .filter(SimilarBooking.class::isInstance)
                .map(SimilarBooking.class::cast)
                .map(booked -> new SimilarPage.Booked(
                        ago(t, Duration.between(booked.createdAt(), clock.now())),
                        Links.reservation(booked.reservationId())))
                .toList();
        var page = new SimilarPage(frames.of(visit, t.say("similar.title")), alike, fields);
        return Response.status(409).entity(page).build();
    }

    private static String ago(Texts t, Duration since) {
        return since.toMinutes() < 1
                ? t.say("similar.just-now")
                : t.say("similar.ago", t.count("minutes", since.toMinutes()));
    }

    private static Map<String, String> fields(Form form) {
        var fields = new TreeMap<String, String>();
        FIELDS.forEach(field -> fields.put(field, form.text(field)));
        return fields;
    }

    /** The same form again: its reservation id makes a second sending harmless. */
    Response tryAgain(Visit visit, Form form) {
        var fields = fields(form);
        var page = new TryAgainPage(frames.of(visit, visit.texts().say("again.title")), fields);
        return Response.status(503).header("Retry-After", "2").entity(page).build();
    }
}
