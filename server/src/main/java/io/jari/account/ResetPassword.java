package io.jari.account;

import io.jari.db.Partition;
import io.jari.db.Verb;
import io.jari.journal.Changes;
import java.io.PrintStream;
import java.util.List;
import javax.sql.DataSource;

/** {@code ./jari reset-password EMAIL}: a new password for whoever lost theirs; running servers end the old sessions. */
public final class ResetPassword implements Verb {

    @Override
    public int run(List<String> arguments, DataSource database, PrintStream out) {
        if (arguments.size() != 1) {
            out.println("Use: ./jari reset-password EMAIL");
            return 2;
        }
        var account = new AccountStore(database).find(arguments.getFirst());
        if (account.isEmpty()) {
            out.println("There is no account " + arguments.getFirst());
            return 1;
        }
        var id = account.get().accountId();
        var password = FreshPassword.make();
        var hash = Passwords.hashNow(password);
        new Changes(database).of(Partition.account(id), "system", change -> {
            AccountStore.setPassword(change.handle(), id, hash);
            SessionStore.endAll(change.handle(), id, null);
            change.journal("account.password-reset", Caller.actor(id), null);
            return id;
        });
        out.printf(
                "The new password of %s is %s%nIt is shown this once; all sessions have ended.%n",
                account.get().email(), password);
        return 0;
    }
}
