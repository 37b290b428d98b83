package io.jari.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jari.booking.InventoryNights;
import io.jari.booking.SoldUnder;
import io.jari.db.TestPostgres;
import io.jari.hotel.TestHotels;
import io.jari.http.Problem;
import io.jari.journal.Changes;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateChangesTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final String ACTOR = "account:7";
    private final Jdbi jdbi = Jdbi.create(DATABASE);
    private final TestHotels house = new TestHotels(DATABASE);
    private final RateChanges rates =
            new RateChanges(DATABASE, new Changes(DATABASE), house.hotels(), new InventoryNights());
    private final LocalDate start = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(10);
    private int hotelId;

    @BeforeEach
    void aRoomTypeAt100000() {
        hotelId = house.hotel(2);
    }

    @Test
    void aPreviewShowsTheNightsAndWritesNothing() {
        var preview = rates.preview(hotelId, rate(120_000L));
        assertThat(preview.count()).isEqualTo(3);
        assertThat(preview.confirmationNeeded()).isFalse();
        assertThat(preview.nights().getFirst()).isEqualTo(new NightChange("1", start, 100_000, 120_000, null, null));
        assertThat(price(start)).isEqualTo(100_000);
    }

    @Test
    void aSmallChangeIsMadeAtOnceAndUndone() {
        var change = apply(rate(120_000L), null);
        assertThat(price(start)).isEqualTo(120_000);
        assertThat(price(start.plusDays(3))).isEqualTo(100_000);
        var undo = rates.undo(ACTOR, hotelId, change.id());
        assertThat(price(start)).isEqualTo(100_000);
        assertThat(rates.find(hotelId, change.id()).undoneBy()).isEqualTo(undo.changeID());
        assertProblem(409, "already-undone", () -> rates.undo(ACTOR, hotelId, change.id()));
        rates.undo(ACTOR, hotelId, undo.id());
        assertThat(price(start)).isEqualTo(120_000);
    }

    @Test
    void aLargeChangeNeedsTheConfirmationOfThisVeryChange() {
        var problem = assertProblem(409, "confirmation-needed", () -> apply(rate(131_000L), null));
        var token = (String) problem.members().get("confirmation");
        assertThat(problem.members()).containsEntry("count", 3);
        assertProblem(409, "confirmation-needed", () -> apply(rate(132_000L), token));
        assertThat(price(start)).isEqualTo(100_000);
        apply(rate(131_000L), token);
        assertThat(price(start)).isEqualTo(131_000);
    }

    @Test
    void exactlyTheSettingPasses() {
        apply(rate(130_000L), null);
        assertThat(price(start)).isEqualTo(130_000);
    }

    @Test
    void undoingGivesBackTheRateBeforeAndNamesNightsChangedSince() {
        var first = apply(rate(110_000L), null);
        var second = apply(rate(start.plusDays(1), 120_000L), null);
        var problem = assertProblem(409, "changed-since", () -> rates.undo(ACTOR, hotelId, first.id()));
        assertThat((List<?>) problem.members().get("nights")).hasSize(2);
        rates.undo(ACTOR, hotelId, second.id());
        assertThat(price(start.plusDays(1))).isEqualTo(110_000);
        rates.undo(ACTOR, hotelId, first.id());
        assertThat(price(start.plusDays(1))).isEqualTo(100_000);
    }

    @Test
    void aFactorOnSomeWeekdaysStaysInsideTheBounds() {
        var plan = change(start, start.plusDays(14), List.of(DayOfWeek.FRIDAY), null, new BigDecimal("9.5"), null);
        apply(plan, rates.preview(hotelId, plan).confirmation());
        start.datesUntil(start.plusDays(14))
                .forEach(night -> assertThat(price(night))
                        .isEqualTo(night.getDayOfWeek() == DayOfWeek.FRIDAY ? 300_000 : 100_000));
    }

    @Test
    void stopSaleIsSetAloneAndUndone() {
        var change = apply(change(start, start.plusDays(2), List.of(DayOfWeek.values()), null, null, true), null);
        assertThat(stopped()).isEqualTo(2);
        rates.undo(ACTOR, hotelId, change.id());
        assertThat(stopped()).isZero();
    }

    @Test
    void rulesNeedTheirVersionAndTheSameSecondLook() {
        var rules = new PricingRulesBody(
                null, null, null, List.of(new PricingRulesBody.StepBody(0, new BigDecimal("1.5"))));
        assertProblem(412, "version-stale", () -> apply(new RulesPlan("\"9\"", rules), null));
        var plan = new RulesPlan("\"1\"", rules);
        var token = (String) assertProblem(409, "confirmation-needed", () -> apply(plan, null))
                .members()
                .get("confirmation");
        var change = apply(plan, token);
        assertThat(price(start)).isEqualTo(150_000);
        rates.undo(ACTOR, hotelId, change.id());
        assertThat(price(start)).isEqualTo(100_000);
        var flawed =
                new PricingRulesBody(null, null, List.of(new PricingRulesBody.StepBody(300, BigDecimal.ONE)), null);
        assertProblem(400, "invalid-request", () -> apply(new RulesPlan("\"3\"", flawed), null));
    }

    @Test
    void aRateCardIsChangedInsideItsBoundsAndUndone() {
        var change = apply(new CardPlan(1, "\"1\"", new RateCardBody(110_000, 50_000, 300_000)), null);
        assertThat(price(start)).isEqualTo(110_000);
        assertProblem(
                400,
                "invalid-request",
                () -> apply(new CardPlan(1, "\"2\"", new RateCardBody(10, 50_000, 300_000)), null));
        rates.undo(ACTOR, hotelId, change.id());
        assertThat(price(start)).isEqualTo(100_000);
    }

    @Test
    void datesBeforeTodayAndBeyondTheHorizonAreRefused() {
        var today = start.minusDays(10);
        assertProblem(400, "invalid-request", () -> apply(rate(today.minusDays(1), 1L), null));
        assertProblem(400, "invalid-request", () -> apply(rate(today.plusDays(728), 1L), null));
        assertProblem(400, "invalid-request", () -> apply(rate(400_000L), null));
    }

    @Test
    void theReservationsSoldUnderAChangeAreThoseUntilTheNextOne() {
        reserve("before", 0);
        var first = apply(rate(110_000L), null);
        reserve("under", version());
        var second = apply(rate(120_000L), null);
        reserve("after", version());
        assertThat(soldUnder(first)).containsExactly("under");
        assertThat(soldUnder(second)).containsExactly("after");
    }

    @Test
    void theCurveExplainsEachNight() {
        apply(rate(120_000L), null);
        var curve = rates.looking(
                hotelId, situation -> PriceCurve.of(situation, 1, start, start.plusDays(5), List.of(0, 100)));
        assertThat(curve.nights()).hasSize(5);
        assertThat(curve.nights().getFirst().overridden()).isTrue();
        assertThat(curve.nights().getFirst().price()).isEqualTo(120_000);
        assertThat(curve.nights().getLast().atOccupancy()).hasSize(2);
    }

    @Test
    void aTariffIsReadAgainWhenItsVersionRises() throws SQLException {
        var tariffs = new Tariffs(DATABASE);
        assertThat(tariffs.recent(hotelId).price(1, start, 0, 10)).isEqualTo(100_000);
        apply(rate(120_000L), null);
        try (var connection = DATABASE.getConnection()) {
            var tariff = tariffs.at(connection, hotelId, ratesVersion());
            assertThat(tariff.price(1, start, 0, 10)).isEqualTo(120_000);
        }
        assertThat(tariffs.recent(1_000_000).closed()).isTrue();
    }

    private Plan rate(long rate) {
        return rate(start, rate);
    }

    private static Plan rate(LocalDate first, long rate) {
        return change(first, first.plusDays(3), List.of(DayOfWeek.values()), rate, null, null);
    }

    private static Plan change(
            LocalDate first,
            LocalDate end,
            List<DayOfWeek> weekdays,
            @Nullable Long rate,
            @Nullable BigDecimal factor,
            @Nullable Boolean stopSale) {
        return new NightsPlan(
                new RateChangeBody(List.of("1"), first, end, weekdays, rate, factor, null, stopSale, null));
    }

    private RateChange apply(Plan plan, @Nullable String confirmation) {
        return rates.apply(ACTOR, hotelId, plan, confirmation, null);
    }

    private long price(LocalDate night) {
        return rates.looking(hotelId, situation -> situation.tariff().price(1, night, 0, 10));
    }

    private int stopped() {
        return number("select count(*) from room_type_inventory where stop_sale and hotel_id = " + hotelId)
                .intValue();
    }

    private long version() {
        return number("select version from partition_head where kind = 1 and id = " + hotelId);
    }

    private long ratesVersion() {
        return number("select rates_version from partition_head where kind = 1 and id = " + hotelId);
    }

    private Long number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private List<String> soldUnder(RateChange change) {
        return new SoldUnder(DATABASE)
                .page(hotelId, change.id(), 0, 10).stream()
                        .map(SoldUnder.Sold::reservationID)
                        .toList();
    }

    private void reserve(String id, long version) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into reservation (hotel_id, reservation_id, room_type_id, start_date, end_date, rooms, status,
                            currency, nightly_prices, total, free_until, cancel_fee, request_hash, created_at,
                            created_version, expires_at, version)
                        values (:hotel, :id, 1, :start, :end, 1, 'pending', 'KRW', '{1}', 1, jari_now(), 0, '', jari_now(),
                            :version, jari_now(), 1)
                        """)
                .bind("hotel", hotelId)
                .bind("id", id)
                .bind("start", start)
                .bind("end", start.plusDays(1))
                .bind("version", version)
                .execute());
    }

    private static Problem assertProblem(int status, String type, ThrowingCallable call) {
        var problem = catchThrowableOfType(Problem.class, call);
        assertThat(problem).isNotNull();
        assertThat(problem.getResponse().getStatus()).isEqualTo(status);
        assertThat(problem.members()).containsEntry("type", "urn:jari:problem:" + type);
        return problem;
    }
}
