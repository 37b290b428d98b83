package io.jari.revenue;

import io.jari.hotel.Hotels;
import io.jari.revenue.FigureBodies.FiguresBody;
import io.jari.revenue.FigureBodies.FiguresNight;
import io.jari.revenue.FigureBodies.FiguresTotal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What a hotel's nights brought in, and will as far as they are sold. */
@ApplicationScoped
public class Figures {
    public static final int MOST_NIGHTS = 366;

    private final Jdbi jdbi;
    private final Hotels hotels;

    Figures(DataSource dataSource, Hotels hotels) {
        this.jdbi = Jdbi.create(dataSource);
        this.hotels = hotels;
    }

    /** The nights of [start, end); 404 where there is no such hotel. */
    public FiguresBody of(int hotelId, LocalDate start, LocalDate end) {
        var span = Span.of(start, end, MOST_NIGHTS);
        var details = hotels.find(hotelId).details();
        var zone = ZoneId.of(details.timeZone());
        return jdbi.withHandle(handle -> {
            var nights = FigureStore.nights(handle, hotelId, zone, span);
            return new FiguresBody(
                    details.currency(), start, end, FigureStore.today(handle, zone), total(nights), nights);
        });
    }

    /** The hotel's own day. */
    public LocalDate today(int hotelId) {
        var zone = ZoneId.of(hotels.find(hotelId).details().timeZone());
        return jdbi.withHandle(handle -> FigureStore.today(handle, zone));
    }

    private static FiguresTotal total(List<FiguresNight> nights) {
        var rooms = sum(nights, FiguresNight::rooms);
        var sold = sum(nights, FiguresNight::sold);
        var revenue = sum(nights, FiguresNight::revenue);
        return new FiguresTotal(
                rooms,
                sold,
                revenue,
                each(revenue, sold),
                each(revenue, rooms),
                sum(nights, FiguresNight::arrivals),
                sum(nights, FiguresNight::canceled),
                sum(nights, FiguresNight::noShows),
                sum(nights, FiguresNight::walked),
                sum(nights, FiguresNight::reservationsMade),
                sum(nights, FiguresNight::roomNightsMade));
    }

    private static long sum(List<FiguresNight> nights, ToLongFunction<FiguresNight> figure) {
        return nights.stream().mapToLong(figure).sum();
    }

    /** To a whole minor unit; nothing where it is of none. */
    public static @Nullable Long each(long revenue, long of) {
        return of == 0 ? null : Math.round((double) revenue / of);
    }
}
