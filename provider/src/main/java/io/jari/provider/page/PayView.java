package io.jari.provider.page;

import io.jari.provider.books.Checkout;
import io.jari.provider.books.Language;
import io.jari.provider.shop.Shop;
import java.util.Arrays;

/** The pages of one checkout in one language. */
record PayView(Shop shop, Checkout checkout, Language language) {

    Html form(CardForm form, long now) {
        var amount = Money.shown(checkout.order().amount(), checkout.order().currency(), language);
        var fields = Html.join(Arrays.stream(CardField.values())
                .map(field -> new FieldView(field, form, language).html())
                .toList());
        var body = Html.of(
                """
                <p class="notice">%s</p>
                %s
                <form class="card" method="post" action="?language=%s" novalidate>
                  <h2>%s</h2>
                  <div class="fields">%s</div>
                  <button>%s</button>
                </form>
                <form class="aside" method="post" action="?language=%s">
                  <button class="link" name="action" value="give-up">%s</button>
                </form>
                %s""",
                Words.NOTICE.in(language),
                summary("h1", amount, Html.of("<p class=\"small\">%s</p>", Words.LEFT.in(language, left(now)))),
                Words.CODE.in(language),
                Words.CARD.in(language),
                fields,
                Words.PAY.in(language, amount),
                Words.CODE.in(language),
                Words.GIVE_UP.in(language),
                testCards());
        return page(form.flawed() ? Words.ERROR_TITLE : Words.TITLE, body);
    }

    Html ended() {
        var ending = Ending.of(checkout);
        var amount = Money.shown(checkout.order().amount(), checkout.order().currency(), language);
        var body = Html.of(
                """
                <p class="notice">%s</p>
                <section class="card ended">
                  <h1>%s</h1>
                  <p>%s</p>
                  <a class="button" href="%s">%s</a>
                </section>
                %s""",
                Words.NOTICE.in(language),
                ending.words().in(language),
                Words.NOTHING_MORE.in(language),
                ending.returnUrl(checkout),
                Words.BACK.in(language, shop.name()),
                summary("h2", amount, Html.NONE));
        return page(ending.words(), body);
    }

    /** Nobody knows in which language to say it, so in both. */
    static Html unknown() {
        return frame("en", "404", Html.NONE, Html.of("""
                <section class="card">
                  <h1>There is no such payment</h1>
                  <p lang="ko">그런 결제가 없습니다. 주소를 다시 확인해 주세요.</p>
                </section>"""));
    }

    private Html summary(String heading, String amount, Html more) {
        return Html.of("""
                <section class="summary">
                  <p class="small">%s</p>
                  <%s>%s</%s>
                  <p class="amount">%s</p>
                  %s
                </section>""", shop.name(), heading, checkout.order().name(), heading, amount, more);
    }

    private Html testCards() {
        return Html.of(
                """
                <section class="tests" aria-labelledby="tests">
                  <h2 id="tests">%s</h2>
                  <dl>
                    <dt>4242 4242 4242 4242</dt><dd>%s</dd>
                    <dt>4000 0000 0000 0002</dt><dd>%s</dd>
                    <dt>4000 0000 0000 9995</dt><dd>%s</dd>
                  </dl>
                  <p class="small">%s</p>
                </section>""",
                Words.TEST_CARDS.in(language),
                Words.PAYS.in(language),
                Words.IS_DECLINED.in(language),
                Words.LACKS_FUNDS.in(language),
                Words.TEST_HINT.in(language));
    }

    private String left(long now) {
        var seconds = Math.max(0, (checkout.expiresAt() - now) / 1000);
        return seconds >= 3600
                ? Words.HOURS.in(language, seconds / 3600, seconds % 3600 / 60)
                : Words.MINUTES.in(language, seconds / 60, seconds % 60);
    }

    private Html page(Words title, Html body) {
        var other = Html.of(
                "<a href=\"?language=%s\" lang=\"%s\" hreflang=\"%s\">%s</a>",
                Words.OTHER_CODE.in(language),
                Words.OTHER_CODE.in(language),
                Words.OTHER_CODE.in(language),
                Words.OTHER_LANGUAGE.in(language));
        var full = title.in(language) + " · " + checkout.order().name();
        return frame(
                Words.CODE.in(language), full, Html.of("<span>%s</span>%s", Words.BRAND.in(language), other), body);
    }

    private static Html frame(String code, String title, Html bar, Html body) {
        return Html.of("""
                <!doctype html>
                <html lang="%s">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta name="robots" content="noindex">
                  <title>%s</title>
                  <link rel="stylesheet" href="/pay/style.css">
                </head>
                <body>
                <header>%s</header>
                <main>
                %s
                </main>
                </body>
                </html>
                """, code, title, bar, body);
    }
}
