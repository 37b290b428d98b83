package io.jari.verify;

import java.util.List;

/** What must hold of people who were erased. */
final class ErasureRules {
    private static final String ERASED = """
            select e.subject,
                   a.account_id is not null
                       and (a.name <> '' or a.phone is not null or not a.closed or a.email not like 'erased-%@erased.invalid') as account_told,
                   e.done_at is not null and exists (
                       select from reservation r join guest g using (hotel_id, reservation_id)
                        where r.account_id = a.account_id and (g.name <> '' or g.phone is not null or g.email is not null)) as guest_told
              from erasure e
              left join account a on e.subject = 'account:' || a.account_id and a.created_at = e.since
            """;

    static final Sweep ERASURES_SWEEP = new Sweep(
            "erasures",
            ERASED,
            true,
            List.of(
                    Rule.of(
                            "erased-account",
                            "The account of somebody erased tells nothing of them.",
                            "account_told",
                            "subject || ' has a name, a number, an address, or can sign in'"),
                    Rule.of(
                            "erased-guest",
                            "Once an erasure is done no hotel knows the guest by name, number or address.",
                            "guest_told",
                            "subject || ' is a guest with a name'")));

    private ErasureRules() {}
}
