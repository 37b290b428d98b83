package io.jari.bench.crowd;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

/** How people stand in the line: they join, ask when they were told to ask, and come in when they are told to. */
final class InLine {
    private static final int CREATED = 201;
    private static final long LEAST_PAUSE_MILLIS = 100;
    private static final long MOST_PAUSE_MILLIS = 600_000;
    private static final long USUAL_PAUSE_MILLIS = 5_000;
    private final Cast cast;
    private final Places places;
    private final Agenda agenda;
    private final Findings findings;
    private final Story story;
    private final Inside inside;
    private final boolean onlyJoin;

    /** @param onlyJoin everybody leaves once they have a place */
    InLine(Cast cast, Places places, Agenda agenda, Findings findings, Story story, Inside inside, boolean onlyJoin) {
        this.cast = cast;
        this.places = places;
        this.agenda = agenda;
        this.findings = findings;
        this.story = story;
        this.inside = inside;
        this.onlyJoin = onlyJoin;
    }

    /** Whether the person still wants to do what is next. */
    boolean wants(int person, long now) {
        if (places.next(person) == What.JOIN) {
            places.asking(person, now);
            return true;
        }
        if (places.next(person) == What.ASK && now - places.placed(person) > cast.patience(person)) {
            places.end(person, End.GAVE_UP);
            return false;
        }
        return true;
    }

    void joined(Heard heard) {
        var person = heard.person();
        var told = heard.told();
        var first = heard.what() == What.JOIN;
        if (!heard.ok()) {
            if (first && told.type().equals("sold-out")) {
                soldOut(person, heard.at());
            } else if (first) {
                strange(heard, told);
            }
            return;
        }
        if (told.token().isEmpty()) {
            if (first && told.state().equals("off")) {
                withoutQueue(person, heard.at());
            } else if (first) {
                strange(heard, told);
            }
            return;
        }
        place(person, told, heard);
        if (first) {
            goOn(person, told, heard);
        }
    }

    private void place(int person, Told told, Heard heard) {
        var before = places.ticket(person);
        if (before == 0 && places.asked(person) == Places.NEVER) {
            return; // a second click, answered after the place was lost
        }
        if (before != 0 && before != told.ticket()) {
            findings.placeTwice();
        } else if (before == 0 && heard.status() == CREATED) {
            findings.joins.add(person, told.ticket(), places.asked(person), heard.at());
        } else if (before == 0) {
            findings.joins.found(person, told.ticket());
        }
        places.placed(person, told.ticket(), told.token(), heard.at());
    }

    private void goOn(int person, Told told, Heard heard) {
        if (cast.vanishes(person)) {
            places.end(person, End.VANISHED);
        } else if (onlyJoin) {
            places.end(person, End.JOINED);
        } else {
            told(person, told, heard);
        }
    }

    void asked(Heard heard) {
        var told = heard.told();
        if (heard.ok()) {
            if (told.ticket() != Told.UNKNOWN && told.ticket() != places.ticket(heard.person())) {
                findings.ticketMoved();
            }
            told(heard.person(), told, heard);
        } else if (told.type().equals("sold-out")) {
            soldOut(heard.person(), heard.at());
        } else {
            strange(heard, told);
        }
    }

    private void told(int person, Told told, Heard heard) {
        switch (told.state()) {
            case "not-open", "drawing" -> waits(person, told, heard.at());
            case "waiting", "paused" -> {
                findings.order.waiting(told.rank(), heard.asked());
                waits(person, told, heard.at());
            }
            case "admitted" -> admitted(person, told, heard.at());
            case "forfeited" -> {
                forfeited(person);
                again(person, heard.at());
            }
            case "sold-out" -> soldOut(person, heard.at());
            case "off" -> withoutQueue(person, heard.at());
            default -> strange(heard, told);
        }
    }

    /** Asks again later; but some lose the token, and look for their place at once, while it surely stands. */
    private void waits(int person, Told told, long now) {
        if (cast.losesToken(person) && places.loseToken(person)) {
            places.next(person, What.JOIN);
            agenda.put(person, now + MILLISECONDS.toNanos(LEAST_PAUSE_MILLIS));
        } else {
            askAgain(person, told, now);
        }
    }

    private void askAgain(int person, Told told, long now) {
        var pause = told.askAfterMillis() == Told.UNKNOWN ? USUAL_PAUSE_MILLIS : told.askAfterMillis();
        var away = cast.away(person);
        var longer = away > 0 && places.wander(person) ? away : 0;
        places.next(person, What.ASK);
        agenda.put(
                person, now + longer + MILLISECONDS.toNanos(Math.clamp(pause, LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS)));
    }

    private void admitted(int person, Told told, long now) {
        if (places.rank(person) == Places.NEVER) {
            findings.admitted(told, now);
            story.admitted();
        }
        places.rank(person, told.rank());
        places.served(person, now);
        places.next(person, What.ENTER);
        agenda.put(person, now + cast.reaction(person, places.step(person)));
    }

    /** Counted where the person did what they were told. */
    private void forfeited(int person) {
        if (!places.wandered(person)) {
            story.forfeited();
        }
    }

    /** The place is gone: another, at the end. */
    private void again(int person, long now) {
        places.forget(person);
        places.next(person, What.JOIN);
        agenda.put(person, now + SECONDS.toNanos(1));
    }

    void entered(Heard heard) {
        var person = heard.person();
        var told = heard.told();
        if (heard.ok()) {
            var pass = Pass.of(told.pass());
            findings.pass(person, places.ticket(person), pass);
            inside.come(person, pass, told, heard.at());
            return;
        }
        switch (told.type()) {
            case "not-admitted" -> askAgain(person, told, heard.at());
            case "forfeited" -> {
                forfeited(person);
                again(person, heard.at());
            }
            case "sold-out" -> soldOut(person, heard.at());
            default -> strange(heard, told);
        }
    }

    /** Later, as the server wants it, and a bit more, so that not everybody comes at once. */
    void later(Heard heard, long at) {
        var person = heard.person();
        if (heard.what() == What.JOIN && heard.status() != 429) {
            places.unsure(person);
        } else if (heard.what() == What.JOIN && !cast.clicksTwice(person)) {
            places.refused(person);
        }
        agenda.put(person, at);
    }

    private void withoutQueue(int person, long now) {
        if (onlyJoin) {
            places.end(person, End.JOINED);
            return;
        }
        places.served(person, now);
        inside.comeWithoutQueue(person, now);
    }

    private void soldOut(int person, long now) {
        places.served(person, now);
        places.end(person, End.SOLD_OUT);
    }

    private void strange(Heard heard, Told told) {
        findings.strange(heard, told);
        places.end(heard.person(), End.REFUSED);
    }
}
