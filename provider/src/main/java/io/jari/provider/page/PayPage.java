package io.jari.provider.page;

import io.jari.provider.books.Account;
import io.jari.provider.books.Books;
import io.jari.provider.books.Checkout;
import io.jari.provider.books.Language;
import io.jari.provider.books.Outcome;
import io.jari.provider.books.Reason;
import io.jari.provider.books.Status;
import io.jari.provider.fault.Faults;
import io.jari.provider.http.Incoming;
import io.jari.provider.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** {@code /pay/ID}: where a guest pays with a card, or gives up. */
public final class PayPage implements Function<Incoming, Reply> {
    private final Books books;
    private final InstantSource clock;
    private final String style = resource("pay.css");

    public PayPage(Books books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    @Override
    public Reply apply(Incoming in) {
        if (in.path().equals(List.of("pay", "style.css"))) {
            return Reply.text(
                    200, Map.of("Content-Type", "text/css; charset=utf-8", "Cache-Control", "max-age=3600"), style);
        }
        var id = in.path().size() == 2 ? in.path().get(1) : "";
        return books.withCheckout(id).map(account -> answer(in, account, id)).orElseGet(PayPage::unknown);
    }

    private Reply answer(Incoming in, Account account, String id) {
        return switch (in.method()) {
            case "GET" ->
                account.checkout(id).map(found -> shown(in, account, found)).orElseGet(PayPage::unknown);
            case "POST" ->
                account.checkout(id).map(found -> posted(in, account, found)).orElseGet(PayPage::unknown);
            default -> Reply.notAllowed("GET, POST");
        };
    }

    private Reply shown(Incoming in, Account account, Checkout checkout) {
        var view = new PayView(account.shop(), checkout, language(in, checkout));
        return checkout.status() == Status.OPEN
                ? page(200, view.form(CardForm.empty(), clock.millis()))
                : page(200, view.ended());
    }

    /** Whatever is posted to a checkout that is not open any more leads back to the shop with how it ended. */
    private Reply posted(Incoming in, Account account, Checkout checkout) {
        var typed = in.form();
        if (checkout.status() != Status.OPEN) {
            return ended(in, account, checkout);
        }
        if (typed.getOrDefault("action", "").equals("give-up")) {
            return done(in, account, account.fail(checkout.id(), Reason.GIVEN_UP, Optional.empty()));
        }
        var form = CardForm.of(typed, YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)));
        if (form.flawed() || form.number().isEmpty()) {
            var view = new PayView(account.shop(), checkout, language(in, checkout));
            return page(422, view.form(form, clock.millis()));
        }
        var number = form.number().get();
        var outcome = number.refusal()
                .map(reason -> account.fail(checkout.id(), reason, Optional.of(number.card())))
                .orElseGet(() -> account.pay(checkout.id(), number.card()));
        return done(in, account, outcome);
    }

    private Reply done(Incoming in, Account account, Optional<Outcome.Done<Checkout>> outcome) {
        if (outcome.isEmpty()) {
            return unknown();
        }
        if (outcome.get().moved() && Faults.happens(account.faults().timeoutAfterCapture())) {
            return new Reply.Withheld();
        }
        return ended(in, account, outcome.get().thing());
    }

    private static Reply ended(Incoming in, Account account, Checkout checkout) {
        return checkout.status() == Status.CLOSED
                ? page(409, new PayView(account.shop(), checkout, language(in, checkout)).ended())
                : Reply.seeOther(Ending.of(checkout).returnUrl(checkout));
    }

    private static Language language(Incoming in, Checkout checkout) {
        return switch (in.query().getOrDefault("language", "")) {
            case "ko" -> Language.KO;
            case "en" -> Language.EN;
            default -> checkout.order().language();
        };
    }

    private static Reply unknown() {
        return page(404, PayView.unknown());
    }

    /** Forms may lead anywhere, for browsers hold the policy against the redirect to the shop as well. */
    private static Reply page(int status, Html html) {
        return Reply.text(
                status,
                Map.of(
                        "Content-Type",
                        "text/html; charset=utf-8",
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; form-action *; base-uri 'none'; frame-ancestors 'none'",
                        "Referrer-Policy",
                        "no-referrer",
                        "X-Content-Type-Options",
                        "nosniff",
                        "Cache-Control",
                        "no-store"),
                html.text());
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PayPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
