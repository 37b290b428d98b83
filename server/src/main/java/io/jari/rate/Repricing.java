package io.jari.rate;

import io.jari.core.money.Money;
import io.jari.core.price.PriceChange;
import io.jari.http.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to the nights on sale.
 *
 * @param nights the first thousand of them
 */
@Schema(name = "RatePreview")
public record Repricing(
        @Schema(description = "The nights that move, a thousand at most")
        List<NightChange> nights,

        @Schema(description = "How many move") int count,

        @Schema(description = "Some price moves by more than the hotel lets pass without a second look")
        boolean confirmationNeeded,

        @Schema(description = "To be sent with the same change, if needed")
        String confirmation) {
    private static final int MOST = 1_000;

    static Repricing of(Situation situation, RateEdit edit) {
        var moved = moved(situation, edit);
        var tariff = situation.tariff();
        var large = moved.stream()
                .anyMatch(night -> PriceChange.needsConfirmation(
                        Money.of(night.priceBefore(), tariff.currency()),
                        Money.of(night.priceAfter(), tariff.currency()),
                        tariff.confirmChangePercent()));
        return new Repricing(
                moved.stream().limit(MOST).toList(), moved.size(), large, token(situation.hotelId(), edit));
    }

    private static List<NightChange> moved(Situation situation, RateEdit edit) {
        var before = situation.tariff();
        var after = edit.on(before);
        var stops = stops(edit);
        return situation.nights().stream()
                .filter(night -> before.roomType(night.roomTypeId()) != null)
                .map(night -> {
                    var id = night.roomTypeId();
                    var lead = situation.leadDays(night.date());
                    var stop = stops.get(new Key(id, night.date()));
                    return new NightChange(
                            Integer.toString(id),
                            night.date(),
                            before.price(id, night.date(), night.percentSold(), lead),
                            after.price(id, night.date(), night.percentSold(), lead),
                            stop == null ? null : stop.stopBefore(),
                            stop == null ? null : stop.stopAfter());
                })
                .filter(night -> night.priceMoves() || night.stopSaleAfter() != null)
                .toList();
    }

    private record Key(int roomTypeId, LocalDate date) {}

    private static Map<Key, AlteredNight> stops(RateEdit edit) {
        var stops = new HashMap<Key, AlteredNight>();
        if (edit instanceof RateEdit.Nights nights) {
            nights.altered().stream()
                    .filter(AlteredNight::stopDiffers)
                    .forEach(night -> stops.put(new Key(night.roomTypeId(), night.date()), night));
        }
        return stops;
    }

    /** Refuses a large change that was not confirmed as it is now. */
    void require(@Nullable String confirmed) {
        if (confirmationNeeded && !confirmation.equals(confirmed)) {
            throw Problem.of(409, "confirmation-needed", "A price moves far")
                    .detail("Look at the nights, then send the same change with this confirmation.")
                    .with("confirmation", confirmation)
                    .with("nights", nights)
                    .with("count", count)
                    .exception();
        }
    }

    /** Fits this change from these rates or rules alone: when somebody changed them meanwhile, a new look is needed. */
    private static String token(int hotelId, RateEdit edit) {
        try {
            var bytes = (hotelId + " " + edit).getBytes(StandardCharsets.UTF_8);
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
