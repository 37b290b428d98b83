package io.jari.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.commit.Batch;
import io.jari.core.commit.Written;
import io.jari.core.money.Money;
import io.jari.core.wallet.Transfer;
import io.jari.core.wallet.TransferKind;
import io.jari.db.TestPostgres;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Several wallets are served by one transaction, at the first try: else each would wait for the others. */
class SharedCommitTest {
    @Test
    void eachWalletGetsItsAnswer() throws Exception {
        var transfer =
                new Transfer("credit:all", TransferKind.CREDIT, Money.of(5, "KRW"), "house:goodwill", "all at once");
        var transaction = new WalletTransaction(TestPostgres.fresh(), Guards.of("on"));

        var written = transaction.write(LongStream.range(1, 4)
                .mapToObj(account ->
                        new Batch<Long, WalletCommand>(account, List.of(new WalletCommand.Post(transfer, "test"))))
                .toList());

        assertThat(written)
                .hasSize(3)
                .allSatisfy(each -> assertThat(((Written.Results<WalletAnswer>) each).results())
                        .hasOnlyElementsOfType(WalletAnswer.Posted.class));
    }
}
