package io.jari.web;

import io.jari.concert.DateTerms;
import io.jari.load.OnSales;
import io.jari.load.OnSales.Stage;
import io.jari.load.OnSales.Stand;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a demo offers of its on-sale, in the fragment {@code web/demo-sale}: to go there, to open it now, to play it again.
 *
 * @param link of its date; empty where one is there
 * @param stage coming, open or over
 */
public record DemoSaleView(String link, String stage) {

    /** Finds it, for pages. */
    @Singleton
    static final class Finder {
        private final OnSales sales;

        Finder(OnSales sales) {
            this.sales = sales;
        }

        /** Null in production. */
        @Nullable
        DemoSaleView any() {
            return view(sales.now());
        }

        /** Null for other concerts. */
        @Nullable
        DemoSaleView of(int concertId) {
            return view(sales.now().filter(stand -> stand.sale().concertId() == concertId));
        }

        /** For the page of a date: null for other dates, and while there is nothing to press. */
        @Nullable
        DemoSaleView of(DateTerms terms) {
            return sales.now()
                    .filter(stand -> stand.sale().dateId() == terms.dateId() && stand.stage() != Stage.OPEN)
                    .map(stand -> new DemoSaleView("", word(stand.stage())))
                    .orElse(null);
        }

        private static @Nullable DemoSaleView view(Optional<Stand> found) {
            return found.map(stand -> new DemoSaleView(link(stand), word(stand.stage())))
                    .orElse(null);
        }

        private static String link(Stand stand) {
            return Links.date(
                    Integer.toString(stand.sale().concertId()),
                    Integer.toString(stand.sale().dateId()));
        }

        private static String word(Stage stage) {
            return switch (stage) {
                case COMING -> "coming";
                case OPEN -> "open";
                case OVER -> "over";
            };
        }
    }

    public boolean coming() {
        return stage.equals("coming");
    }

    public boolean over() {
        return stage.equals("over");
    }
}
