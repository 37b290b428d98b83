package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What those are called who work here, people and API keys, by the names that the journal gives them. Guests are not among them. */
@ApplicationScoped
public class Colleagues {
    private static final Pattern ACTOR = Pattern.compile("(account|key):([1-9][0-9]{0,17})");
    private final AccountStore accounts;
    private final ApiKeyStore keys;

    Colleagues(AccountStore accounts, ApiKeyStore keys) {
        this.accounts = accounts;
        this.keys = keys;
    }

    /** Of those among these that are staff or keys. Blocks. */
    public Map<String, String> names(Collection<String> actors) {
        var people = new ArrayList<Long>();
        var programs = new ArrayList<Long>();
        for (var actor : actors) {
            var found = ACTOR.matcher(actor);
            if (found.matches()) {
                var isPerson = found.group(1).equals("account");
                (isPerson ? people : programs).add(Long.valueOf(found.group(2)));
            }
        }
        var names = new HashMap<String, String>();
        named(people.isEmpty() ? Map.of() : accounts.staffNames(people), "account:", names);
        named(programs.isEmpty() ? Map.of() : keys.names(programs), "key:", names);
        return names;
    }

    /** What these accounts may do; those who may do nothing are not in it. Blocks. */
    public Map<Long, List<Grant>> rights(Collection<Long> accountIds) {
        return accountIds.isEmpty() ? Map.of() : accounts.grants(accountIds);
    }

    private static void named(Map<Long, String> found, String prefix, Map<String, String> names) {
        found.forEach((id, name) -> names.put(prefix + id, name));
    }
}
