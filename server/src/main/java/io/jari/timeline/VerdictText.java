package io.jari.timeline;

import io.jari.core.money.Money;
import io.jari.timeline.Verdict.GivenBack;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A verdict as one sentence, for a person at the desk who has a guest in front of them. */
record VerdictText(Locale locale, String currency, ZoneId zone) {

    /** A verdict that is about several payments. */
    static String sameStay(Locale locale, int paid) {
        return korean(locale)
                ? "같은 숙박의 예약 %d건이 각각 한 번씩 결제되었습니다.".formatted(paid)
                : paid == 2
                        ? "Two reservations for the same stay were each paid once."
                        : paid + " reservations for the same stay were each paid once.";
    }

    /** The same of tickets, which many buy twice and mean it. */
    static String sameDate(Locale locale, int paid) {
        return korean(locale)
                ? "같은 회차의 좌석 주문 %d건이 각각 한 번씩 결제되었습니다.".formatted(paid)
                : (paid == 2 ? "Two" : Integer.toString(paid))
                        + " orders of seats for the same date were each paid once.";
    }

    static String several(Locale locale, int payments) {
        return korean(locale)
                ? "결제 %d건을 찾았으며, 두 번 청구된 것은 없습니다.".formatted(payments)
                : payments + " payments were found; none of them was charged twice.";
    }

    static String none(Locale locale) {
        return korean(locale) ? "해당하는 결제가 없습니다." : "No payment was found.";
    }

    String of(Verdict v) {
        return korean(locale) ? inKorean(v) : inEnglish(v);
    }

    private static boolean korean(Locale locale) {
        return locale.getLanguage().equals("ko");
    }

    private String inEnglish(Verdict v) {
        var sum = money(v.amount());
        return switch (v.kind()) {
            case UNCONFIRMED ->
                sum + " captured at the provider" + on(v) + " but not confirmed here yet: being looked into.";
            case TWICE ->
                "Captured more than once; " + sum + " too much has not been given back: a person must see to it.";
            case NOT_IN_LOG ->
                sum + " is recorded here as captured" + on(v)
                        + ", but the provider's log does not show it: a person must see to it.";
            case TWICE_GOING_BACK -> "Captured twice; the second, " + sum + ", is on its way back.";
            case TWICE_GIVEN_BACK -> "Captured twice; the second, " + sum + ", was given back" + done(v.back()) + ".";
            case IN_VAIN -> "Charged once" + on(v) + ", when nothing was to be paid any more; " + back(v) + ".";
            case UNDER_WAY -> "Not charged so far; a payment is under way.";
            case ONCE ->
                "Charged once: " + sum + card(v) + on(v) + "; "
                        + (v.back() == null ? "nothing was captured twice" : back(v)) + ".";
            case ONCE_FROM_WALLET ->
                "Charged once: " + sum + " from the wallet" + on(v) + "; "
                        + (v.back() == null ? "nothing was taken twice" : back(v)) + ".";
            case TRIED ->
                "Tried " + times(v.attempts()) + ", charged once: "
                        + (v.attempts() == 2
                                ? v.declined() ? "the first card was declined" : "one try did not go through"
                                : sum + card(v) + on(v))
                        + (v.back() == null ? "" : "; " + back(v)) + ".";
            case NOT_CHARGED ->
                v.declined()
                        ? "Not charged: the card was declined."
                        : "Not charged: tried " + times(v.attempts()) + ", and nothing was captured.";
            case AT_DESK -> "Paid at the front desk; nothing was captured by card or from the wallet.";
            case NEVER_TRIED -> "Not charged: nobody has tried to pay.";
        };
    }

    private String inKorean(Verdict v) {
        var sum = money(v.amount());
        return switch (v.kind()) {
            case UNCONFIRMED -> "결제사에서 " + on(v) + subject(sum) + " 승인되었지만 아직 여기에서 확인되지 않아 확인 중입니다.";
            case TWICE -> "두 번 이상 청구되었고 초과된 " + subject(sum) + " 환불되지 않았습니다. 담당자의 확인이 필요합니다.";
            case NOT_IN_LOG -> "여기에는 " + on(v) + sum + " 결제로 기록되어 있으나 결제사 기록에 없습니다. 담당자의 확인이 필요합니다.";
            case TWICE_GOING_BACK -> "두 번 청구되었으며 두 번째 " + topic(sum) + " 환불 진행 중입니다.";
            case TWICE_GIVEN_BACK -> "두 번 청구되었으며 두 번째 " + topic(sum) + " " + done(v.back()) + "환불되었습니다.";
            case IN_VAIN -> on(v) + "더 결제할 것이 없을 때 " + subject(sum) + " 한 번 청구되었으며, " + back(v) + ".";
            case UNDER_WAY -> "아직 청구되지 않았으며 결제가 진행 중입니다.";
            case ONCE ->
                on(v) + card(v) + subject(sum) + " 한 번 청구되었"
                        + (v.back() == null ? "으며, 두 번 청구된 것은 없습니다" : "으며, " + back(v)) + ".";
            case ONCE_FROM_WALLET ->
                on(v) + "지갑에서 " + subject(sum) + " 한 번 결제되었"
                        + (v.back() == null ? "으며, 두 번 결제된 것은 없습니다" : "으며, " + back(v)) + ".";
            case TRIED ->
                v.attempts() + "번 시도하여 " + subject(sum) + " 한 번 청구되었습니다" + (v.declined() ? ": 첫 번째 카드는 거절되었습니다" : "")
                        + (v.back() == null ? "" : ". " + back(v)) + ".";
            case NOT_CHARGED ->
                v.declined() ? "청구되지 않았습니다: 카드가 거절되었습니다." : "청구되지 않았습니다: " + v.attempts() + "번 시도했으나 승인된 것이 없습니다.";
            case AT_DESK -> "호텔 데스크에서 결제되었으며, 카드나 지갑으로 청구된 것은 없습니다.";
            case NEVER_TRIED -> "청구되지 않았습니다: 결제를 시도한 적이 없습니다.";
        };
    }

    private String money(long amount) {
        return Money.of(amount, currency).format(locale);
    }

    private String on(Verdict v) {
        return v.at() == null ? "" : date(v.at());
    }

    private String date(Instant at) {
        return korean(locale)
                ? DateTimeFormatter.ofPattern("yyyy년 M월 d일에 ", locale).format(at.atZone(zone))
                : DateTimeFormatter.ofPattern("' on' d MMM yyyy", locale).format(at.atZone(zone));
    }

    private String card(Verdict v) {
        if (v.card() == null) {
            return "";
        }
        return korean(locale) ? "카드 …" + v.card() + with(v.card()) + " " : " on card …" + v.card();
    }

    private String done(@Nullable GivenBack back) {
        return back == null || back.doneAt() == null ? "" : date(back.doneAt());
    }

    /** What goes back of it, as the end of a sentence. */
    private String back(Verdict v) {
        var back = v.back();
        if (back == null) {
            return korean(locale) ? "아직 환불되지 않았습니다" : "it has not been given back";
        }
        var done = back.doneAt() != null;
        if (korean(locale)) {
            var what = back.whole() ? "전액이 " : "그중 " + subject(money(back.amount())) + " ";
            return what + (done ? done(back) + "환불되었습니다" : "환불 진행 중입니다");
        }
        var what = back.whole() ? "all of it " : money(back.amount()) + " of it ";
        return what + (done ? "was given back" + done(back) : "is on its way back");
    }

    /** Read aloud, an amount of won ends in a consonant; of others that is not known. */
    private static String subject(String sum) {
        return sum + (sum.endsWith("원") ? "이" : "이(가)");
    }

    private static String topic(String sum) {
        return sum + (sum.endsWith("원") ? "은" : "은(는)");
    }

    /** After the last digit as it is read aloud: 영, 삼 and 육 end in consonants that ask for more. */
    private static String with(String digits) {
        return "036".indexOf(digits.charAt(digits.length() - 1)) >= 0 ? "으로" : "로";
    }

    private static String times(int n) {
        return n == 1 ? "once" : n == 2 ? "twice" : n + " times";
    }
}
