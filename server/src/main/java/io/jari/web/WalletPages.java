package io.jari.web;

import io.jari.account.Caller;
import io.jari.core.money.Money;
import io.jari.page.Frames;
import io.jari.page.PageHeaders;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.payment.Payments;
import io.jari.wallet.WalletBodies.PostingBody;
import io.jari.wallet.WalletHistory;
import io.jari.web.WalletPage.ChargeForm;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of one's own wallet. */
@Singleton
class WalletPages {
    /** What a wallet can be charged in from a page; it may hold others. */
    private static final List<String> CURRENCIES = List.of("KRW", "USD", "EUR", "JPY", "KWD");

    private static final int MOST = 20;
    private static final long EXAMPLE = 50_000;

    private final WalletHistory history;
    private final Payments payments;
    private final Frames frames;

    WalletPages(WalletHistory history, Payments payments, Frames frames) {
        this.history = history;
        this.payments = payments;
        this.frames = frames;
    }

    Response page(
            Visit visit, Caller caller, ChargeForm form, @Nullable String cursor, @Nullable String notice, int status) {
        var t = visit.texts();
        var before = history.of(caller, null, cursor, MOST);
        var page = new WalletPage(
                frames.of(visit, t.say("wallet.title")),
                history.balances(caller).stream().map(t::money).toList(),
                form,
                before.postings().stream().map(posting -> row(t, posting)).toList(),
                before.next() == null ? null : "/wallet?currency=" + form.currency() + "&cursor=" + before.next(),
                notice);
        return PageHeaders.leadingTo(payments.pages(), Response.status(status))
                .entity(page)
                .build();
    }

    /** With a key of its own. What is no currency of ours becomes the first. */
    ChargeForm fresh(String currency, String amount) {
        return form(currency, amount, UUID.randomUUID().toString(), null);
    }

    /** As it was sent, with what is wrong with it. */
    ChargeForm flawed(Texts t, String currency, String amount, String key) {
        var decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        return form(currency, amount, key, t.say("flaw.amount." + decimals, currency));
    }

    static boolean takes(String currency) {
        return CURRENCIES.contains(currency);
    }

    private static ChargeForm form(String asked, String amount, String key, @Nullable String flaw) {
        var currency = takes(asked) ? asked : CURRENCIES.getFirst();
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return new ChargeForm(
                currency,
                amount,
                key,
                String.format(
                        Locale.ROOT,
                        "%,." + digits + "f",
                        Money.of(EXAMPLE, currency).major()),
                digits > 0,
                CURRENCIES.stream()
                        .filter(other -> !other.equals(currency))
                        .map(other -> new WalletPage.Other(other, Links.charge(other, 0)))
                        .toList(),
                flaw);
    }

    private static WalletPage.Row row(Texts t, PostingBody posting) {
        var credit = posting.kind().equals("credit");
        return new WalletPage.Row(
                credit ? t.say("wallet.kind.credit", posting.subject()) : t.say("wallet.kind." + posting.kind()),
                credit ? null : Links.payment(posting.subject()),
                t.moment(posting.at(), Visit.HOME),
                (posting.amount() > 0 ? "+" : "") + t.money(posting.amount(), posting.currency()),
                t.money(posting.balanceAfter(), posting.currency()),
                posting.amount() > 0 ? "in" : "out");
    }
}
