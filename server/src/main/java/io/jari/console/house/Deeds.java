package io.jari.console.house;

import io.jari.console.house.JournalPage.Deed;
import io.jari.console.house.JournalPage.Kind;
import io.jari.page.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the journal tells, in words, sorted by what it was done to. */
final class Deeds {
    private static final Map<String, List<String>> KINDS = kinds("""
            hotel | hotel.created hotel.changed hotel.settings-changed hotel.nights-closed hotel.closed hotel.deleted \
            room-type.created room-type.changed room-type.settings-changed room-type.closed room-type.deleted \
            room.created room.changed room.deleted room.out-of-order room.back-in-order room.housekeeping \
            rate.changed rate.undone inventory.extended
            stay | reservation.created reservation.paid reservation.changed reservation.canceled reservation.fee-waived \
            stay.checked_in stay.moved stay.checked_out stay.no_show stay.walked
            money | payment.begun payment.captured payment.failed payment.expired payment.surplus payment.difference_settled \
            refund.requested refund.refused refund.done refund.settled wallet.charge_made
            concert | concert.created concert.changed concert.dated concert.closed concert.deleted seat-plan.imported \
            date.created date.changed date.prices-changed date.seats-marked date.hold-minutes date.paused date.resumed \
            date.postponed date.canceled seats.blocked seats.unblocked
            seats | hold.made hold.extended hold.taken-over hold.released hold.expired hold.sold hold.refunded ticket.used
            queue | queue.made queue.changed queue.opened queue.paused queue.resumed queue.frozen queue.drawn queue.joined \
            queue.admitted queue.entered queue.left queue.forfeited queue.sold-out queue.goes-on queue.time-given
            people | account.created account.changed account.closed account.password_changed account.second_factor_enrolled \
            account.second_factor_removed account.recovery_codes_made account.recovery_code_used account.signup_asked \
            account.signup_again account.signup_lapsed account.reset_asked staff.invited staff.joined \
            staff.invitation_withdrawn staff.invitation_link_told staff.sessions_ended right.given right.taken
            privacy | personal_data.viewed personal_data.found personal_data.exported personal_data.erased guest.erased \
            guests.retired
            programs | api-key.made api-key.revoked webhook.created webhook.changed webhook.deleted webhook.secret-rotated \
            webhook.replayed signing-keys.rotated signing-keys.revoked letter.resent
            """);

    private Deeds() {}

    private static Map<String, List<String>> kinds(String table) {
        var kinds = new LinkedHashMap<String, List<String>>();
        table.lines()
                .map(line -> line.split(" \\| ", 2))
                .forEach(parts -> kinds.put(parts[0], List.of(parts[1].strip().split(" +"))));
        return kinds;
    }

    /** All of them, to choose from. */
    static List<Kind> all(Texts t) {
        return KINDS.entrySet().stream()
                .map(e -> new Kind(
                        t.say("house.did." + e.getKey()),
                        e.getValue().stream()
                                .map(action -> new Deed(action, words(t, action)))
                                .toList()))
                .toList();
    }

    static Stream<String> actions() {
        return KINDS.values().stream().flatMap(List::stream);
    }

    /** As it stands where nobody has put it in words. */
    static String words(Texts t, String action) {
        var key = "house.did." + action;
        return t.has(key) ? t.say(key) : action;
    }
}
