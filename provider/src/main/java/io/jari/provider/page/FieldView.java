package io.jari.provider.page;

import io.jari.provider.books.Language;

/** A field of the card form with its label, and its flaw if it has one. */
record FieldView(CardField field, CardForm form, Language language) {

    Html html() {
        var flaw = form.flaws().get(field);
        var first = form.flaws().keySet().stream().findFirst().filter(field::equals);
        var marks = flaw == null
                ? Html.NONE
                : Html.of(
                        " aria-invalid=\"true\" aria-describedby=\"%s-flaw\"%s",
                        field.key(), first.isPresent() ? Html.of(" autofocus") : Html.NONE);
        var message = flaw == null
                ? Html.NONE
                : Html.of("<p class=\"flaw\" id=\"%s-flaw\">%s</p>", field.key(), flaw.in(language));
        return Html.of(
                """
                <div class="%s"><label for="%s">%s</label>
                <input id="%s" name="%s" value="%s" autocomplete="%s" inputmode="%s" maxlength="100" required%s>%s</div>""",
                field.key(),
                field.key(),
                field.label().in(language),
                field.key(),
                field.key(),
                form.shown(field),
                field.autocomplete(),
                field.inputMode(),
                marks,
                message);
    }
}
