package io.jari.rate;

import io.jari.http.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Back to what was before a change, unless somebody has changed it again since. Nights that are over stay as they are. */
record UndoPlan(int changeId) implements Plan {

    @Override
    public RateEdit edit(Situation situation) {
        var change = RateChangeStore.find(situation.handle(), situation.hotelId(), changeId)
                .orElseThrow(() -> Problem.notFound("change of rates").exception());
        if (change.undoneBy() != null) {
            throw Problem.of(409, "already-undone", "This change has been undone")
                    .with("undoneBy", change.undoneBy())
                    .exception();
        }
        return switch (RateChangeStore.edit(situation.handle(), situation.hotelId(), change)) {
            case RateEdit.Nights nights -> nights(situation, nights);
            case RateEdit.Rules(var before, var after) -> {
                requireSame(RulesJson.write(situation.tariff().rules()), RulesJson.write(after));
                yield new RateEdit.Rules(after, before);
            }
            case RateEdit.Card(var roomTypeId, var before, var after) -> {
                var type = situation.tariff().roomType(roomTypeId);
                requireSame(type == null ? null : RateCardBody.of(type.card()), after);
                yield new RateEdit.Card(roomTypeId, after, before);
            }
        };
    }

    private RateEdit nights(Situation situation, RateEdit.Nights edit) {
        var present = RateChangeStore.present(situation.handle(), situation.hotelId(), changeId);
        var stops = situation.nights().stream()
                .collect(Collectors.toMap(
                        night -> new RateChangeStore.Key(night.roomTypeId(), night.date()), Function.identity()));
        var undone = new ArrayList<AlteredNight>();
        var changed = new ArrayList<Map<String, Object>>();
        for (var night : edit.altered()) {
            if (night.date().isBefore(situation.today())) {
                continue;
            }
            var key = new RateChangeStore.Key(night.roomTypeId(), night.date());
            var stock = stops.get(key);
            var rate = present.get(key);
            if ((night.rateDiffers() && !isOf(rate, night))
                    || (night.stopDiffers()
                            && stock != null
                            && stock.stopSale() != Boolean.TRUE.equals(night.stopAfter()))) {
                changed.add(named(night, rate));
            }
            undone.add(night.undone());
        }
        requireNone(changed);
        return new RateEdit.Nights(List.copyOf(undone));
    }

    private static boolean isOf(RateChangeStore.@Nullable Rate present, AlteredNight night) {
        return present == null
                ? night.rateAfter() == null
                : Objects.equals(present.rate(), night.rateAfter())
                        && Objects.equals(present.changeId(), night.changeAfter());
    }

    private static Map<String, Object> named(AlteredNight night, RateChangeStore.@Nullable Rate present) {
        var named = new LinkedHashMap<String, Object>();
        named.put("roomTypeID", Integer.toString(night.roomTypeId()));
        named.put("date", night.date());
        if (present != null) {
            named.put("changeID", Integer.toString(present.changeId()));
        }
        return named;
    }

    private static void requireSame(@Nullable Object present, Object after) {
        if (!after.equals(present)) {
            throw changedSince().exception();
        }
    }

    private static void requireNone(List<Map<String, Object>> changed) {
        if (!changed.isEmpty()) {
            throw changedSince()
                    .with("nights", changed.stream().limit(1_000).toList())
                    .exception();
        }
    }

    private static Problem.Draft changedSince() {
        return Problem.of(409, "changed-since", "Somebody has changed this again since")
                .detail("Undo the later change first, or change the rates by a new one.");
    }
}
