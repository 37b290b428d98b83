package io.jari.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads all that is kept of a person, each thing as JSON. */
final class PersonalDataStore {
    /** The most of a kind that one copy holds, newest first. */
    static final int MOST = 10_000;

    private static final String PAYMENTS = """
            jsonb_build_object('subject', p.subject, 'currency', p.currency, 'begunAt', p.begun_at,
                'attempts', (select jsonb_agg(jsonb_build_object('method', a.method, 'provider', a.provider, 'amount', a.amount,
                                                  'state', a.state, 'cardLast4', a.card, 'createdAt', a.created_at) order by a.n)
                               from payment_attempt a where (a.partition_id, a.kind, a.subject) = (p.partition_id, p.kind, p.subject)),
                'refunds', (select jsonb_agg(jsonb_build_object('amount', b.amount, 'state', b.state, 'why', b.why,
                                                 'askedAt', b.asked_at, 'doneAt', b.done_at) order by b.n)
                              from payment_refund b where (b.partition_id, b.kind, b.subject) = (p.partition_id, p.kind, p.subject)))
            """;

    private static final String STAYS = """
            jsonb_build_object('reservationID', r.reservation_id, 'hotelID', r.hotel_id::text, 'roomTypeID', r.room_type_id::text,
                'startDate', r.start_date, 'endDate', r.end_date, 'rooms', r.rooms, 'status', r.status, 'stay', r.stay,
                'total', r.total, 'currency', r.currency, 'createdAt', r.created_at,
                'guest', jsonb_build_object('name', g.name, 'phone', g.phone, 'email', g.email, 'partySize', g.party_size, 'note', g.note))
            """;

    private static final Map<String, String> OF_ACCOUNT = ordered(
            "account",
            """
            select jsonb_build_object('accountID', account_id::text, 'email', email, 'name', name, 'phone', phone,
                       'language', language, 'staff', staff, 'createdAt', created_at)
              from account where account_id = :account
            """,
            "sessions",
            """
            select jsonb_build_object('begunAt', created_at, 'expiresAt', expires_at, 'device', user_agent)
              from session where account_id = :account order by created_at desc
            """,
            "rights",
            """
            select jsonb_build_object('role', role, 'scope', scope, 'scopeID', scope_id::text, 'since', granted_at)
              from role_grant where account_id = :account order by granted_at desc
            """,
            "stays",
            "select " + STAYS + """
              from reservation r left join guest g using (hotel_id, reservation_id)
             where r.account_id = :account order by r.created_at desc
            """,
            "seats",
            """
            select jsonb_build_object('holdID', hold_id, 'dateID', date_id::text, 'seats', seats, 'status', status,
                       'total', total, 'currency', currency, 'createdAt', created_at)
              from seat_hold where account_id = :account order by created_at desc
            """,
            "payments",
            "select " + PAYMENTS + " from payment p where p.account_id = :account order by p.begun_at desc",
            "wallets",
            """
            select jsonb_build_object('currency', currency, 'balance', balance) from wallet where account_id = :account order by currency
            """,
            "postings",
            """
            select jsonb_build_object('transferID', transfer_id, 'kind', kind, 'amount', amount, 'currency', currency,
                       'balanceAfter', balance_after, 'subject', subject, 'at', at)
              from posting where account_id = :account and n = 1 order by version desc, seq desc
            """,
            "queuePlaces",
            """
            select jsonb_build_object('dateID', date_id::text, 'ticket', ticket, 'joinedAt', joined_at)
              from queue_ticket where account_id = :account order by joined_at desc
            """,
            "journal",
            """
            select jsonb_build_object('at', at, 'action', action, 'subject', subject, 'details', body)
              from journal where kind = 3 and partition_id = :account order by version desc, n desc
            """);

    private static final Map<String, String> OF_RESERVATION = ordered(
            "stays",
            "select " + STAYS + """
              from reservation r left join guest g using (hotel_id, reservation_id)
             where r.hotel_id = :hotel and r.reservation_id = :id
            """,
            "payments",
            "select " + PAYMENTS + " from payment p where p.partition_id = :hotel and p.kind = 1 and p.subject = :id",
            "deskPayments",
            """
            select jsonb_build_object('method', method, 'amount', amount, 'at', at)
              from desk_payment where hotel_id = :hotel and reservation_id = :id order by n
            """);

    private PersonalDataStore() {}

    /** Lists of JSON objects, by their name. */
    static Map<String, List<String>> ofAccount(Handle handle, long accountId) {
        var data = new LinkedHashMap<String, List<String>>();
        OF_ACCOUNT.forEach((name, sql) -> data.put(
                name,
                handle.createQuery(limited(sql))
                        .bind("account", accountId)
                        .mapTo(String.class)
                        .list()));
        return data;
    }

    static Map<String, List<String>> ofReservation(Handle handle, int hotelId, String reservationId) {
        var data = new LinkedHashMap<String, List<String>>();
        OF_RESERVATION.forEach((name, sql) -> data.put(
                name,
                handle.createQuery(limited(sql))
                        .bind("hotel", hotelId)
                        .bind("id", reservationId)
                        .mapTo(String.class)
                        .list()));
        return data;
    }

    private static String limited(String sql) {
        return sql + " limit " + MOST;
    }

    private static Map<String, String> ordered(String... namesAndSql) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < namesAndSql.length; i += 2) {
            map.put(namesAndSql[i], namesAndSql[i + 1]);
        }
        return map;
    }
}
