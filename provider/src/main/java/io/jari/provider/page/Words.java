package io.jari.provider.page;

import io.jari.provider.books.Language;

/** All that the pages say, in both languages. */
enum Words {
    CODE("ko", "en"),
    OTHER_CODE("en", "ko"),
    OTHER_LANGUAGE("English", "한국어"),
    BRAND("시험 결제", "Test payments"),
    TITLE("결제", "Payment"),
    ERROR_TITLE("입력 확인", "Check your input"),
    NOTICE("시험용 결제입니다. 실제 돈은 오가지 않습니다.", "This is a test provider. No real money moves."),
    LEFT("남은 시간 %s", "%s left to pay"),
    HOURS("%d시간 %d분", "%d h %d min"),
    MINUTES("%d분 %d초", "%d min %d s"),
    CARD("카드 정보", "Your card"),
    NUMBER("카드 번호", "Card number"),
    EXPIRY("유효기간 (MM/YY)", "Expires (MM/YY)"),
    CVC("CVC", "CVC"),
    HOLDER("카드에 적힌 이름", "Name on the card"),
    PAY("%s 결제하기", "Pay %s"),
    GIVE_UP("결제 그만두기", "Give up"),
    TEST_CARDS("시험용 카드", "Test cards"),
    TEST_HINT("유효기간은 지나지 않은 아무 때, CVC는 아무 숫자나 됩니다.", "Any future expiry and any CVC will do."),
    PAYS("결제됩니다", "pays"),
    IS_DECLINED("거절됩니다", "is declined"),
    LACKS_FUNDS("잔액이 부족합니다", "has insufficient funds"),
    BAD_NUMBER("카드 번호가 맞지 않습니다. 다시 확인해 주세요.", "This is not a card number. Please check it."),
    BAD_EXPIRY("유효기간을 12/30처럼 적어 주세요.", "Write the expiry like 12/30."),
    PAST_EXPIRY("유효기간이 지난 카드입니다.", "This card has expired."),
    BAD_CVC("CVC는 숫자 3~4자리입니다.", "The CVC has 3 or 4 digits."),
    BAD_HOLDER("카드에 적힌 이름을 적어 주세요.", "Write the name on the card."),
    BACK("%s(으)로 돌아가기", "Back to %s"),
    PAID("결제되었습니다", "This is paid"),
    AUTHORIZED("카드가 승인되었습니다", "The card is authorized"),
    DECLINED("카드가 거절되었습니다", "The card was declined"),
    NO_FUNDS("잔액이 부족합니다", "The card has insufficient funds"),
    GIVEN_UP("결제를 그만두었습니다", "The payment was given up"),
    CLOSED("판매자가 결제를 닫았습니다", "The shop closed this payment"),
    EXPIRED("결제 시간이 지났습니다", "The time to pay is over"),
    NOTHING_MORE("여기서 더 할 일은 없습니다.", "There is nothing more to do here.");

    private final String korean;
    private final String english;

    Words(String korean, String english) {
        this.korean = korean;
        this.english = english;
    }

    String in(Language language, Object... parts) {
        var words = switch (language) {
            case KO -> korean;
            case EN -> english;
        };
        return parts.length == 0 ? words : words.formatted(parts);
    }
}
