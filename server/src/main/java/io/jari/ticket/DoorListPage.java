package io.jari.ticket;

import io.jari.core.seat.BothNames;
import io.jari.ticket.DoorBodies.DoorListBody;
import io.jari.ticket.DoorBodies.DoorTicket;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The door list on paper: a box to tick for each ticket. */
@CheckedTemplate(basePath = "ticket", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DoorListPage(Words words, String title, String hall, String when, String count, List<Row> rows)
        implements TemplateInstance {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /** What is printed around the tickets. */
    record Words(
            String language,
            String list,
            String ticket,
            String tickets,
            String zone,
            String row,
            String number,
            String category,
            String holder,
            String last6,
            String note,
            String used,
            String open,
            String wheelchair,
            String companion,
            String restrictedView) {}

    private static final Words KO = new Words(
            "ko",
            "입장 명단",
            "매",
            "매",
            "구역",
            "열",
            "번호",
            "등급",
            "예매자",
            "토큰 끝 6자리",
            "비고",
            "입장",
            "시간 미정",
            "휠체어석",
            "동반석",
            "시야 제한");
    private static final Words EN = new Words(
            "en",
            "Door list",
            " ticket",
            " tickets",
            "Zone",
            "Row",
            "Seat",
            "Category",
            "Booked by",
            "Token ends in",
            "Note",
            "in",
            "time not known yet",
            "wheelchair",
            "companion",
            "restricted view");

    /** A ticket, in a line. */
    record Row(DoorTicket ticket, String zone, boolean used, String note) {}

    static DoorListPage of(DoorListBody list, String language) {
        var english = language.equals("en");
        var words = english ? EN : KO;
        var zone = ZoneId.of(list.timeZone());
        var startsAt = list.startsAt();
        return new DoorListPage(
                words,
                english ? list.title().en() : list.title().ko(),
                english ? list.hall().en() : list.hall().ko(),
                startsAt == null ? words.open : MINUTE.format(startsAt.atZone(zone)) + " " + zone,
                count(list.tickets().size(), words),
                list.tickets().stream().map(t -> row(t, words, zone)).toList());
    }

    private static String count(int tickets, Words words) {
        return String.format(Locale.ROOT, "%,d", tickets) + (tickets == 1 ? words.ticket : words.tickets);
    }

    private static Row row(DoorTicket ticket, Words words, ZoneId zone) {
        var mark = mark(ticket.mark(), words);
        var used = used(ticket.usedAt(), words, zone);
        var names = BothNames.of(ticket.zone());
        return new Row(
                ticket,
                words.equals(KO) ? names.korean() : names.english(),
                ticket.usedAt() != null,
                mark.isEmpty() || used.isEmpty() ? mark + used : mark + ", " + used);
    }

    private static String mark(@Nullable String mark, Words words) {
        return switch (mark) {
            case "wheelchair" -> words.wheelchair;
            case "companion" -> words.companion;
            case "restricted_view" -> words.restrictedView;
            case null, default -> "";
        };
    }

    private static String used(@Nullable Instant at, Words words, ZoneId zone) {
        return at == null ? "" : words.used + " " + CLOCK.format(at.atZone(zone));
    }
}
