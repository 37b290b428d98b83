package io.jari.ticket;

import io.jari.account.Token;
import io.jari.account.TokenHash;
import io.jari.concert.DateTerms;
import io.jari.concert.Dates;
import io.jari.db.Partition;
import io.jari.http.AddressLimit;
import io.jari.http.Problem;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.jari.journal.Difference;
import io.jari.qr.QrDrawing;
import io.jari.ticket.DoorLinkBodies.DoorLinkBody;
import io.jari.ticket.DoorLinkBodies.LinkedDoor;
import io.jari.ticket.DoorLinkBodies.MadeDoorLink;
import io.jari.ticket.DoorLinkBodies.NewDoorLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Links by which somebody without an account checks in the tickets of one date, at one gate, until they are revoked. Each request asks the
 * database whether its link is still good: no process goes on with one that was revoked.
 */
@ApplicationScoped
public class DoorLinks {
    /** Of a date, revoked ones included. */
    static final int MOST = 200;

    /** Nobody scans faster by hand. */
    private static final double CHECKS_PER_SECOND = 10;

    private static final int CHECKS_AT_ONCE = 50;
    private static final Duration AFTER_THE_START = Duration.ofDays(1);
    private static final Duration WITHOUT_A_START = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final Dates dates;
    private final Doors doors;
    private final Changes changes;
    private final Difference difference;
    private final String site;
    private final AddressLimit limit = new AddressLimit("door", CHECKS_PER_SECOND, CHECKS_AT_ONCE);

    public DoorLinks(
            DataSource dataSource,
            Dates dates,
            Doors doors,
            Changes changes,
            Difference difference,
            @ConfigProperty(name = "jari.mail.public-url") Optional<String> mailUrl,
            @ConfigProperty(name = "jari.payment.public-url") Optional<String> paymentUrl,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.jdbi = Jdbi.create(dataSource);
        this.dates = dates;
        this.doors = doors;
        this.changes = changes;
        this.difference = difference;
        this.site = mailUrl.or(() -> paymentUrl)
                .map(url -> url.strip().replaceAll("/+$", ""))
                .orElse("http://127.0.0.1:" + port);
    }

    /** In the order in which they were made. */
    public List<DoorLinkBody> list(int concertId, int dateId) {
        date(concertId, dateId);
        return jdbi.withHandle(handle -> DoorLinkStore.all(handle, dateId)).stream()
                .map(DoorLink::body)
                .toList();
    }

    MadeDoorLink make(String actor, int concertId, int dateId, NewDoorLink wanted) {
        var terms = date(concertId, dateId);
        var token = Token.fresh(DoorLink.prefix(dateId));
        var link = changes.of(Partition.date(dateId), actor, change -> make(change, terms, wanted, token));
        var url = site + "/door/" + token;
        return new MadeDoorLink(token, url, QrDrawing.of(url).svg().strip(), link.body());
    }

    private DoorLink make(Change change, DateTerms terms, NewDoorLink wanted, String token) {
        if (terms.status() == DateTerms.Status.CANCELED) {
            throw Problem.of(409, "date-canceled", "The date is canceled").exception();
        }
        var made = DoorLinkStore.count(change, terms.dateId());
        if (made >= MOST) {
            throw Problem.of(409, "too-many-door-links", "Too many links")
                    .detail("A date has at most " + MOST + ".")
                    .exception();
        }
        var until = Objects.requireNonNullElseGet(wanted.expiresAt(), () -> end(terms, change.now()))
                .truncatedTo(ChronoUnit.SECONDS);
        if (!until.isAfter(change.now())) {
            throw Problem.invalid("/expiresAt", "must lie ahead").exception();
        }
        var link = new DoorLink(
                terms.dateId(), made + 1, wanted.gate().strip(), change.actor(), change.now(), until, null);
        DoorLinkStore.insert(change, link, TokenHash.of(token));
        change.journal("door-link.made", link.actor(), difference.text(link.body()));
        return link;
    }

    private static Instant end(DateTerms terms, Instant now) {
        var startsAt = terms.startsAt();
        var end = startsAt == null ? now.plus(WITHOUT_A_START) : startsAt.plus(AFTER_THE_START);
        return end.isAfter(now) ? end : now.plus(AFTER_THE_START);
    }

    /** Once this returns nobody comes in by it any more. Repeating it changes nothing. */
    void revoke(String actor, int concertId, int dateId, int number) {
        date(concertId, dateId);
        changes.of(Partition.date(dateId), actor, change -> {
            var link = DoorLinkStore.find(change.handle(), dateId, number)
                    .orElseThrow(() -> Problem.notFound("link").exception());
            if (link.revokedAt() == null) {
                DoorLinkStore.revoke(change, link);
                change.journal("door-link.revoked", link.actor(), Difference.of("revoked", false, true));
            }
            return link;
        });
    }

    /** Lets somebody in at the link's gate, once for each ticket of its date. */
    Response checkIn(@Nullable String token, String shown) {
        var link = good(token);
        var millis = limit.retryAfterMillis((long) link.dateId() << Integer.SIZE | link.link());
        if (millis > 0) {
            throw limit.refusal(millis).exception();
        }
        return doors.checkIn(link.actor(), concert(link.dateId()), link.dateId(), shown, link.gate());
    }

    /** What the link is for; 401 where it is not good. */
    public LinkedDoor door(@Nullable String token) {
        var link = good(token);
        var progress = doors.progress(concert(link.dateId()), link.dateId());
        var occasion = jdbi.withHandle(handle -> DoorStore.occasion(handle, link.dateId()))
                .orElseThrow(DoorLinks::notGood);
        return new LinkedDoor(
                Integer.toString(occasion.concertId()),
                Integer.toString(link.dateId()),
                occasion.title(),
                occasion.hall(),
                occasion.startsAt(),
                occasion.timeZone(),
                link.gate(),
                link.expiresAt(),
                progress.sold(),
                progress.admitted());
    }

    private DoorLink good(@Nullable String token) {
        return DoorLink.date(token)
                .flatMap(dateId -> jdbi.withHandle(
                        handle -> DoorLinkStore.good(handle, dateId, TokenHash.of(Objects.requireNonNull(token)))))
                .orElseThrow(DoorLinks::notGood);
    }

    private static Problem notGood() {
        return Problem.of(401, "door-link-not-good", "The link is not good")
                .detail("It was revoked, is past its time, or never was one. Ask the organiser for another.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Door-Link")
                .exception();
    }

    private int concert(int dateId) {
        return dates.concert(dateId).orElseThrow(DoorLinks::notGood);
    }

    private DateTerms date(int concertId, int dateId) {
        return dates.recent(concertId, dateId)
                .orElseThrow(() -> Problem.notFound("date").exception());
    }
}
