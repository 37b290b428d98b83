package io.jari.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.account.TokenHash;
import io.jari.db.StartRefused;
import io.jari.db.TestPostgres;
import io.jari.rate.Tariffs;
import io.jari.verify.Verify;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
    private static final int NIGHTS = 30;

    private final DataSource database = TestPostgres.freshUrl().dataSource();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void makesAChainInWhichAllHolds() throws Exception {
        assertThat(load("--hotels", "3", "--room-types", "5", "--nights", "30")).isZero();
        assertThat(number("select count(*) from hotel")).isEqualTo(3);
        assertThat(number("select count(*) from room")).isEqualTo(3 * 50);
        assertThat(number("select count(*) from room_type_inventory")).isEqualTo(3 * 5 * NIGHTS);
        assertThat(number("select sum(total_inventory) from house_inventory")).isEqualTo(3 * 50 * NIGHTS);
        assertThat(verified()).isZero();
    }

    @Test
    void givesPeopleMoney() throws Exception {
        var tokens = folder.resolve("rich.tokens");
        assertThat(load("--people", "300", "--wallet", "250000", "--tokens", tokens.toString()))
                .isZero();

        assertThat(Files.readAllLines(tokens)).hasSize(300);
        assertThat(number("select sum(balance) from wallet")).isEqualTo(300 * 250_000L);
        assertThat(verified()).isZero();
    }

    @Test
    void addsToWhatIsThere() throws Exception {
        load("--hotels", "2", "--room-types", "2", "--nights", "3");
        load("--hotels", "2", "--room-types", "2", "--nights", "3");
        assertThat(number("select count(distinct hotel_id) from room_type_inventory"))
                .isEqualTo(4);
        assertThat(verified()).isZero();
    }

    @Test
    void theSameSeedMakesTheSameHotels() {
        assertThat(new Chain(7, 20, 200).hotel(4_711)).isEqualTo(new Chain(7, 20, 200).hotel(4_711));
        assertThat(new Chain(7, 20, 200).hotel(4_711)).isNotEqualTo(new Chain(8, 20, 200).hotel(4_711));
    }

    @Test
    void noTwoHotelsOfAChainShareAName() {
        var chain = new Chain(1, 1, 1);
        assertThat(IntStream.range(0, 5_000).mapToObj(i -> chain.hotel(i).name().en()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyRoomTypeOfTheCatalogHasRoomsAndOrderedRates() {
        var hotel = new Chain(1, RoomCatalog.SIZE, 200).hotel(0);
        assertThat(hotel.rooms()).isEqualTo(200);
        assertThat(hotel.roomTypes()).extracting(RoomTypePlan::code).doesNotHaveDuplicates();
        assertThat(hotel.roomTypes()).allSatisfy(type -> {
            assertThat(type.rooms()).isPositive();
            assertThat(type.base()).isBetween(type.min(), type.max());
        });
    }

    @Test
    void refusesWhereSpaceIsShort() throws Exception {
        var load = new Load(_ -> OptionalLong.of(1_000_000));
        assertThatThrownBy(() -> load.run(List.of("--hotels", "100"), database, out()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("1.0 MB are free");
        assertThat(number("select count(*) from hotel")).isZero();
    }

    @Test
    void asksToLookWhereSpaceIsOutOfSight() throws Exception {
        var load = new Load(_ -> OptionalLong.empty());
        var arguments = List.of("--hotels", "1", "--room-types", "1", "--nights", "1");
        assertThatThrownBy(() -> load.run(arguments, database, out())).hasMessageContaining("--yes");
        assertThat(load.run(List.of("--hotels", "1", "--nights", "1", "--yes"), database, out()))
                .isZero();
    }

    @Test
    void seesTheDiskOfADatabaseOnThisMachine() throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(FreeSpace.ofThisMachine(connection)).isPresent();
        }
    }

    @Test
    void statesTheSpaceThatItTakes() throws Exception {
        var options = LoadOptions.parse(List.of("--hotels", "30", "--nights", "180"));
        var before = number("select pg_database_size(current_database())");
        load("--hotels", "30", "--nights", "180");
        execute("vacuum");
        var grown = number("select pg_database_size(current_database())") - before;
        assertThat((double) Space.of(options, 0).kept()).isBetween(grown * 0.8, grown * 1.2);
    }

    @Test
    void aLargeLoadLeavesKeysAndChecksAsTheyWere() throws Exception {
        chainLoad(0, () -> {}).load(plans(4));
        assertThat(
                        number(
                                "select count(*) from pg_constraint where conrelid = 'room_type_inventory'::regclass and contype = 'p'"))
                .isEqualTo(1);
        assertThat(
                        number(
                                "select count(*) from pg_constraint where conrelid = 'house_inventory'::regclass and contype = 'p'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from room_type_inventory")).isEqualTo(4 * 3 * NIGHTS);
        assertThat(verified()).isZero();
    }

    @Test
    void aLargeLoadThatIsCutOffLeavesNothing() throws Exception {
        assertThatThrownBy(() -> chainLoad(0, LoadTest::cutOff).load(plans(4))).hasMessage("cut off");
        assertThat(number("select count(*) from hotel")).isZero();
        assertThat(number("select count(*) from room_type_inventory")).isZero();
        assertThat(
                        number(
                                "select count(*) from pg_constraint where conrelid = 'room_type_inventory'::regclass and contype = 'p'"))
                .isEqualTo(1);
    }

    @Test
    void aLoadThatIsCutOffLeavesWholeHotels() throws Exception {
        var rows = new long[1];
        var load = new ChainLoad(
                database,
                730,
                Long.MAX_VALUE,
                more -> {
                    rows[0] += more;
                    if (rows[0] > 400_000) {
                        cutOff();
                    }
                },
                () -> {});
        var chain = new Chain(1, 40, 40);
        var plans = IntStream.range(0, 15).mapToObj(chain::hotel).toList();
        assertThatThrownBy(() -> load.load(plans)).hasMessage("cut off");
        assertThat(number("select count(*) from hotel")).isBetween(1L, 14L);
        assertThat(number("select count(*) from room_type_inventory"))
                .isEqualTo(number("select count(*) from hotel") * 40 * 730);
        assertThat(verified()).isZero();
    }

    @Test
    void makesPeopleWhoAreSignedIn() throws Exception {
        var tokens = folder.resolve("tokens");
        load("--people", "20", "--tokens", tokens.toString());
        var lines = Files.readAllLines(tokens);
        assertThat(lines).hasSize(20).doesNotHaveDuplicates();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokens)))
                .isEqualTo("rw-------");
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select count(*) from session join account using (account_id)
                          join partition_head on id = account_id and kind = 3
                         where token_hash = ? and expires_at > jari_now()
                        """)) {
            select.setBytes(1, TokenHash.of(lines.get(13)).bytes());
            try (var rows = select.executeQuery()) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
        assertThatThrownBy(() -> load("--people", "20", "--tokens", tokens.toString()))
                .hasMessageContaining("there already");
        assertThat(number("select count(*) from account")).isEqualTo(20);
        assertThat(verified()).isZero();
    }

    @Test
    void theDemoIsMadeOnceAndItsPricesMove() throws Exception {
        Demo.load(database, Duration.ofMinutes(3));
        Demo.load(database, Duration.ofMinutes(3));
        assertThat(number("select count(*) from hotel")).isEqualTo(8);
        assertThat(number("select count(*) from concert where dated")).isEqualTo(1);
        assertThat(number("select count(*) from concert_date where jari_now() between sale_opens_at and refunds_until"))
                .isEqualTo(2);
        assertThat(number("select count(*) from seat join seat_category using (date_id, category)"))
                .isEqualTo(33_000);
        assertThat(number("select count(*) from partition_head where kind in (2, 4, 5) and rates_version > 0"))
                .isEqualTo(5);
        assertThat(verified()).isZero();
        var tariffs = new Tariffs(database);
        for (var hotel = 1; hotel <= 8; hotel++) {
            var tariff = tariffs.recent(hotel);
            var today = LocalDate.now(tariff.zone());
            var prices = IntStream.range(0, 365)
                    .mapToLong(lead -> tariff.price(1, today.plusDays(lead), 0, lead))
                    .distinct();
            assertThat(prices.count()).as("hotel %s", hotel).isGreaterThan(8);
            assertThat(tariff.price(1, today, 90, 0)).isGreaterThan(tariff.price(1, today, 0, 0));
        }
    }

    private static void cutOff() {
        throw new IllegalStateException("cut off");
    }

    private ChainLoad chainLoad(long bulkRows, Runnable indexing) {
        return new ChainLoad(database, NIGHTS, bulkRows, _ -> {}, indexing);
    }

    private static List<HotelPlan> plans(int hotels) {
        var chain = new Chain(1, 3, 12);
        return IntStream.range(0, hotels).mapToObj(chain::hotel).toList();
    }

    private int load(String... arguments) throws Exception {
        return new Load().run(List.of(arguments), database, out());
    }

    private int verified() throws Exception {
        return new Verify().run(List.of(), database, out());
    }

    private PrintStream out() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
