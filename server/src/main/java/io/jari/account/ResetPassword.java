package io.jari.account;

import io.jari.db.Partition;
import io.jari.db.Verb;
import io.jari.journal.Changes;
import java.io.PrintStream;
import java.util.List;
import javax.sql.DataSource;

/** {@code ./jari reset-password EMAIL}: a new password for whoever lost theirs, without a second factor; running servers end the old sessions. */
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
        var factorRemoved = new Changes(database).of(Partition.account(id), "system", change -> {
            AccountStore.setPassword(change.handle(), id, hash);
            var factor = FactorStore.remove(change.handle(), id);
            SessionStore.endAll(change.handle(), id, null);
            change.journal("account.password_changed", Caller.actor(id), null);
            if (factor) {
                change.journal("account.second_factor_removed", Caller.actor(id), null);
            }
            return factor;
        });
        out.printf(
                "The new password of %s is %s%nIt is shown this once; all sessions have ended.%n",
                account.get().email(), password);
        if (factorRemoved) {
            out.println("The second factor was removed too: enrol another after signing in.");
        }
        return 0;
    }
}
