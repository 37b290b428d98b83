package io.jari.rate;

import io.jari.db.Partition;
import io.jari.hotel.Hotels;
import io.jari.http.Problem;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How staff change prices: looked at first, confirmed where they move far, recorded, and undone. */
@ApplicationScoped
class RateChanges {
    private final Jdbi jdbi;
    private final Changes changes;
    private final Hotels hotels;
    private final NightStock stock;

    RateChanges(DataSource dataSource, Changes changes, Hotels hotels, NightStock stock) {
        this.jdbi = Jdbi.create(dataSource);
        this.changes = changes;
        this.hotels = hotels;
        this.stock = stock;
    }

    /** What it would do; nothing is written. */
    Repricing preview(int hotelId, Plan plan) {
        return looking(hotelId, situation -> Repricing.of(situation, plan.edit(situation)));
    }

    /** Does it in a transaction of its own. */
    RateChange apply(String actor, int hotelId, Plan plan, @Nullable String confirmation, @Nullable Object asked) {
        return changing(actor, hotelId, change -> apply(change, hotelId, plan, confirmation, asked));
    }

    /** An open transaction of the hotel; 404 when there is none. */
    <T> T changing(String actor, int hotelId, Function<Change, T> work) {
        hotels.find(hotelId);
        return changes.of(Partition.hotel(hotelId), actor, work);
    }

    RateChange apply(Change change, int hotelId, Plan plan, @Nullable String confirmation, @Nullable Object asked) {
        var situation = Situation.read(change.handle(), hotelId, change.now(), stock);
        var edit = plan.edit(situation);
        Repricing.of(situation, edit).require(confirmation);
        return write(change, hotelId, edit, RecordedEdit.change(edit, asked), null);
    }

    /** Needs no confirmation: it is the way back. */
    RateChange undo(String actor, int hotelId, int changeId) {
        return changing(actor, hotelId, change -> {
            var edit = new UndoPlan(changeId).edit(Situation.read(change.handle(), hotelId, change.now(), stock));
            var id = Integer.toString(changeId);
            var undo = write(change, hotelId, edit, RecordedEdit.change(edit, Map.of("undoes", id)), id);
            RateChangeStore.undone(change.handle(), hotelId, changeId, undo.id());
            return undo;
        });
    }

    private RateChange write(
            Change change, int hotelId, RateEdit edit, Map<String, Object> asked, @Nullable String undoes) {
        var handle = change.handle();
        var id = RateChangeStore.nextId(handle, hotelId);
        var recorded =
                new RateChange(Integer.toString(id), edit.kind(), change.now(), change.actor(), asked, undoes, null);
        RateChangeStore.insert(handle, hotelId, recorded, change.version(), change.now(), RecordedEdit.before(edit));
        switch (edit) {
            case RateEdit.Nights(var nights) -> writeNights(change, hotelId, id, nights);
            case RateEdit.Rules rules -> RateChangeStore.write(handle, hotelId, rules);
            case RateEdit.Card card -> RateChangeStore.write(handle, hotelId, card);
        }
        change.journal(undoes == null ? "rate.changed" : "rate.undone", recorded.changeID(), RulesJson.write(recorded));
        change.ratesChanged();
        return recorded;
    }

    private void writeNights(Change change, int hotelId, int changeId, List<AlteredNight> nights) {
        try {
            RateChangeStore.write(change.handle(), hotelId, changeId, nights);
        } catch (SQLException e) {
            throw new IllegalStateException("rates of hotel " + hotelId, e);
        }
        var stops = nights.stream()
                .filter(AlteredNight::stopDiffers)
                .map(night -> new NightStock.Stop(
                        night.roomTypeId(), night.date(), Objects.requireNonNull(night.stopAfter())))
                .toList();
        if (!stops.isEmpty()) {
            stock.stopSale(change, hotelId, stops);
        }
    }

    Versioned<PricingRulesBody> rules(int hotelId) {
        return looking(
                hotelId,
                situation -> new Versioned<>(
                        PricingRulesBody.of(situation.tariff().rules()),
                        RateChangeStore.pricingVersion(situation.handle(), hotelId)));
    }

    Versioned<RateCardBody> card(int hotelId, int roomTypeId) {
        return looking(
                hotelId,
                situation -> new Versioned<>(
                        RateCardBody.of(situation.known(roomTypeId).card()),
                        RateChangeStore.roomTypeVersion(situation.handle(), hotelId, roomTypeId)));
    }

    List<RateChange> page(int hotelId, long before, int limit) {
        hotels.find(hotelId);
        return reading(handle -> RateChangeStore.page(handle, hotelId, before, limit));
    }

    RateChange find(int hotelId, int changeId) {
        return reading(handle -> RateChangeStore.find(handle, hotelId, changeId))
                .orElseThrow(() -> Problem.notFound("change of rates").exception());
    }

    List<AlteredNight> altered(int hotelId, int changeId) {
        return reading(handle -> RateChangeStore.altered(handle, hotelId, changeId));
    }

    /** A look at a hotel's prices and nights as they stand; 404 when there is no such hotel. */
    <T> T looking(int hotelId, Function<Situation, T> look) {
        hotels.find(hotelId);
        return reading(handle -> look.apply(Situation.read(
                handle,
                hotelId,
                handle.createQuery("select jari_now()")
                        .mapTo(OffsetDateTime.class)
                        .one()
                        .toInstant(),
                stock)));
    }

    <T> T reading(Function<Handle, T> read) {
        return jdbi.withHandle(read::apply);
    }
}
