package io.jari.wallet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.jari.core.wallet.Ledger;
import io.jari.core.wallet.Transfer;
import io.jari.http.IsoCurrency;
import io.jari.http.MoneyBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What wallets take and give as JSON. */
public final class WalletBodies {
    private WalletBodies() {}

    /** One balance for each currency that was ever in it. */
    @Schema(name = "Wallet")
    public record WalletBody(List<MoneyBody> balances) {}

    @Schema(name = "Posting")
    public record PostingBody(
            @JsonProperty("transferID") String transferId,

            @Schema(
                    enumeration = {"charge", "credit", "payment", "refund", "reversal"},
                    examples = "payment")
            String kind,

            @Schema(description = "Minor units; negative: out of the wallet", examples = "-240000")
            long amount,

            @Schema(examples = "KRW") String currency,
            long balanceAfter,

            @Schema(description = "What it is for") String subject,

            Instant at) {}

    @Schema(name = "PostingList")
    public record PostingList(List<PostingBody> postings) {}

    @Schema(name = "NewWalletCharge")
    record NewCharge(
            @NotNull @Min(1) @Max(Ledger.MOST) @Schema(description = "Minor units", examples = "50000")
            Long amount,

            @NotNull @IsoCurrency @Schema(examples = "KRW") String currency) {}

    @Schema(name = "NewWalletCredit")
    record NewCredit(
            @NotNull @Min(1) @Max(Ledger.MOST) @Schema(description = "Minor units", examples = "10000")
            Long amount,

            @NotNull @IsoCurrency @Schema(examples = "KRW") String currency,

            @NotBlank
            @Size(max = Transfer.MOST_SUBJECT_CHARACTERS)
            @Schema(description = "The guest reads it", examples = "For the cold shower")
            String reason) {}

    @Schema(name = "WalletCredit")
    record CreditBody(
            @JsonProperty("transferID") String transferId,
            long amount,
            String currency,
            String reason,
            long balanceAfter) {}
}
