package io.jari.bench.crowd;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people do inside: look, dawdle, hold, pay, leave, and meanwhile keep their pass alive. */
final class Inside {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** After so many refusals one gives up. */
    private static final int MOST_VAIN = 6;
    /** From the second refusal on two together will do, from the third a single seat. */
    private static final int MODEST_AFTER = 2;

    /** So often one tries or asks about a payment; about a second lies between two. */
    private static final int MOST_PAYMENT_TURNS = 60;

    private static final long USUAL_RENEWAL_MILLIS = 45_000;
    /** One who has looked before decides so many times as fast. */
    private static final int FASTER = 4;

    private final Cast cast;
    private final Places places;
    private final Agenda agenda;
    private final Setting setting;
    private final Findings findings;
    private final PayBy payBy;
    private final CardPage cards;
    private final Map<Integer, Visit> visits = new HashMap<>();

    /** Where cards are paid with: somewhere else, for its own connections. */
    interface CardPage {
        void pay(int person, URI page, long at);
    }

    Inside(Cast cast, Places places, Agenda agenda, Setting setting, Findings findings, PayBy payBy, CardPage cards) {
        this.cast = cast;
        this.places = places;
        this.agenda = agenda;
        this.setting = setting;
        this.findings = findings;
        this.payBy = payBy;
        this.cards = cards;
    }

    int people() {
        return visits.size();
    }

    boolean has(int person) {
        return visits.containsKey(person);
    }

    Visit visit(int person) {
        return Objects.requireNonNull(visits.get(person));
    }

    void come(int person, Pass pass, Told told, long now) {
        var visit = begin(person, now);
        visit.pass = pass.text();
        visit.renewAt = now + renewal(told);
        schedule(person, visit);
    }

    void comeWithoutQueue(int person, long now) {
        schedule(person, begin(person, now));
    }

    private Visit begin(int person, long now) {
        var visit = new Visit(Math.min(cast.seats(person), setting.mostSeats()), now);
        visits.put(person, visit);
        return visit;
    }

    /** What is due; null where nothing is to be sent, for the person has gone. */
    @Nullable
    What next(int person, long now) {
        var visit = visit(person);
        if (visit.act == What.LEAVE && visit.pass.isEmpty()) {
            left(person, visit);
            return null;
        }
        return visit.renewAt <= now && visit.act != What.CARD ? What.RENEW : visit.act;
    }

    void heard(Heard heard) {
        var visit = visit(heard.person());
        switch (heard.what()) {
            case RENEW -> renewed(heard, visit);
            case LOOK -> looked(heard, visit);
            case HOLD -> held(heard, visit);
            case PAY, PAY_BY_CARD, ARRIVED -> paying(heard, visit);
            case CARD -> visit.does(What.ARRIVED, heard.at());
            case LEAVE -> {
                left(heard.person(), visit);
                return;
            }
            default -> throw new IllegalStateException("Not asked for inside: " + heard);
        }
        if (visits.containsKey(heard.person())) {
            schedule(heard.person(), visit);
        }
    }

    void later(Heard heard, long at) {
        var visit = visit(heard.person());
        if (heard.what() == What.RENEW) {
            visit.renewAt = at;
        } else if (heard.what() == What.CARD) {
            visit.does(What.ARRIVED, at);
        } else {
            visit.actAt = at;
        }
        schedule(heard.person(), visit);
    }

    private void schedule(int person, Visit visit) {
        if (visit.act != What.CARD) {
            agenda.put(person, visit.due());
        }
    }

    private void renewed(Heard heard, Visit visit) {
        var told = heard.told();
        if (heard.ok()) {
            var pass = Pass.of(told.pass());
            findings.pass(heard.person(), places.ticket(heard.person()), pass);
            visit.pass = pass.text();
            visit.renewAt = heard.at() + renewal(told);
        } else {
            // The time is over, or everything is sold: what is held can still be paid.
            visit.renewAt = Visit.NEVER;
            if (visit.holdId.isEmpty()) {
                visit.leavesAs = told.type().equals("sold-out") ? End.SOLD_OUT : End.LEFT;
                visit.does(What.LEAVE, heard.at());
            }
        }
    }

    private void looked(Heard heard, Visit visit) {
        if (!heard.ok()) {
            refused(heard, visit);
            return;
        }
        var map = new SeatMap(heard.body());
        var from = map.readable() ? map.sideBySide(visit.wanted, (int) (cast.taste(heard.person()) * map.size())) : -1;
        visit.chosen = from < 0 ? null : new ArrayList<>(setting.seatIds().subList(from, from + visit.wanted));
        visit.does(What.HOLD, heard.at() + cast.dawdle(heard.person(), places.step(heard.person())));
    }

    private void held(Heard heard, Visit visit) {
        if (!heard.ok()) {
            notHeld(heard, visit);
            return;
        }
        var hold = json(heard);
        visit.holdId = hold.path("holdID").asText();
        var seats = new ArrayList<Integer>();
        hold.path("seats").forEach(seat -> {
            var number = setting.numbers().get(seat.path("seatID").asText());
            if (number != null) {
                seats.add(number);
            }
        });
        visit.seats = seats;
        visit.leavesAs = payBy == PayBy.NOTHING ? End.HELD : End.LEFT;
        visit.does(afterHolding(heard.person()), heard.at() + pause(heard.person()));
    }

    private What afterHolding(int person) {
        return switch (payBy) {
            case NOTHING -> What.LEAVE;
            case WALLET -> What.PAY;
            case CARD_OR_WALLET -> cast.hasCard(person) ? What.PAY_BY_CARD : What.PAY;
        };
    }

    private void notHeld(Heard heard, Visit visit) {
        switch (heard.told().type()) {
            case "seats-taken", "none-together", "not-on-sale" -> {
                visit.chosen = null;
                visit.vain++;
                visit.wanted = modest(visit);
                var what = visit.vain < MOST_VAIN ? What.HOLD : What.LEAVE;
                visit.does(what, heard.at() + pause(heard.person()));
            }
            case "pass-expired" -> {
                visit.vain++;
                visit.renewAt = visit.vain < MOST_VAIN ? heard.at() : Visit.NEVER;
                visit.does(visit.vain < MOST_VAIN ? What.HOLD : What.LEAVE, heard.at() + MILLISECONDS.toNanos(100));
            }
            case "pass-ended", "seat-limit", "sold-out" -> visit.does(What.LEAVE, heard.at());
            default -> refused(heard, visit);
        }
    }

    private static int modest(Visit visit) {
        if (visit.vain < MODEST_AFTER) {
            return visit.wanted;
        }
        return visit.vain == MODEST_AFTER ? Math.min(2, visit.wanted) : 1;
    }

    /** What was told of the payment, by whoever pays or asks how it goes. */
    private void paying(Heard heard, Visit visit) {
        var payment = json(heard);
        var status = payment.path("status").asText();
        var page = payment.path("next").path("redirectURL").asText();
        if (status.equals("paid") || heard.told().type().equals("already-paid")) {
            paid(heard, visit);
        } else if (!page.isEmpty() && visit.cardPath.isEmpty()) {
            var url = URI.create(page);
            visit.cardPath = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
            visit.does(What.CARD, heard.at() + pause(heard.person()));
            cards.pay(heard.person(), url, visit.actAt);
        } else if (visit.paymentTurns++ == MOST_PAYMENT_TURNS) {
            visit.does(What.LEAVE, heard.at());
        } else if (status.equals("open")) {
            // The wallet holds too little, or the card was declined.
            visit.cardPath = "";
            visit.does(What.PAY_BY_CARD, heard.at() + pause(heard.person()));
        } else if (heard.ok() || heard.told().type().equals("payment-in-progress")) {
            visit.does(What.ARRIVED, heard.at() + SECONDS.toNanos(1));
        } else {
            visit.does(What.LEAVE, heard.at());
        }
    }

    private void paid(Heard heard, Visit visit) {
        visit.seats.forEach(seat -> findings.bought(seat, heard.at()));
        visit.leavesAs = End.BOUGHT;
        visit.renewAt = Visit.NEVER;
        visit.does(What.LEAVE, heard.at());
    }

    private void refused(Heard heard, Visit visit) {
        findings.strange(heard, heard.told());
        visit.leavesAs = End.REFUSED;
        visit.does(What.LEAVE, heard.at());
    }

    /** Whatever the answer was: one is gone. */
    private void left(int person, Visit visit) {
        visits.remove(person);
        places.end(person, visit.leavesAs);
    }

    private long pause(int person) {
        return cast.dawdle(person, places.step(person)) / FASTER;
    }

    private static long renewal(Told told) {
        var millis = told.renewAfterMillis() == Told.UNKNOWN ? USUAL_RENEWAL_MILLIS : told.renewAfterMillis();
        return MILLISECONDS.toNanos(Math.max(millis, 1_000));
    }

    private static JsonNode json(Heard heard) {
        try {
            return JSON.readTree(heard.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + heard.text(), e);
        }
    }
}
