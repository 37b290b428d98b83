package io.jari.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Our books beside the provider's own log, line by line, and both beside what was sold. */
final class StormAudit {
    /** What has not ended is neither right nor wrong. */
    static final String UNDER_WAY = """
            select subject from payment_attempt where state in ('created', 'processing')
            union all select subject from payment_refund where state = 'requested' and attempt > 0
            union all select reservation_id from reservation where status = 'pending'
            """;

    /** Asked for again and again: if it has moved there, nobody here will ever know. */
    private static final String ASKED_IN_VAIN = """
            select subject || '-r' || n || case refusals when 0 then '' else '.' || refusals end
              from payment_refund where state = 'requested' and attempt > 0 and tries >= 8
            """;

    private final JariServer server;
    private final List<String> flaws = new ArrayList<>();

    private final Set<String> underWay = new HashSet<>();
    private final Set<String> askedInVain = new HashSet<>();

    private StormAudit(JariServer server) {
        this.server = server;
        read(UNDER_WAY, row -> underWay.add(row[0]));
        read(ASKED_IN_VAIN, row -> askedInVain.add(row[0]));
    }

    /** What is wrong, in words; nothing when every reservation is paid and captured once, or all was given back. */
    static List<String> of(JariServer server, TestProvider provider, int hotelId) {
        var audit = new StormAudit(server);
        for (var each : provider.shops()) {
            var shop = each.name();
            var log = each.log();
            audit.same(shop + " captured", theirs(log, "capture"), audit.ours("""
                    select subject || '-' || n, amount from payment_attempt
                     where provider = '%s' and state in ('succeeded', 'surplus')
                    """.formatted(shop)));
            audit.same(shop + " gave back", theirs(log, "refund"), audit.ours("""
                    select subject || '-r' || n || case refusals when 0 then '' else '.' || refusals end, amount
                      from payment_refund where provider = '%s' and state = 'done'
                    """.formatted(shop)));
        }
        audit.reservations(hotelId);
        return audit.flaws;
    }

    private static Map<String, List<Long>> theirs(List<JsonNode> log, String kind) {
        var lines = new TreeMap<String, List<Long>>();
        log.stream()
                .filter(line -> line.path("kind").asText().equals(kind))
                .forEach(line -> lines.computeIfAbsent(line.path("reference").asText(), _ -> new ArrayList<>())
                        .add(line.path("amount").asLong()));
        return lines;
    }

    private Map<String, List<Long>> ours(String sql) {
        var lines = new HashMap<String, List<Long>>();
        read(sql, row -> lines.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(Long.parseLong(row[1])));
        return lines;
    }

    private void same(String what, Map<String, List<Long>> theirs, Map<String, List<Long>> ours) {
        theirs.forEach((reference, amounts) -> {
            if (!amounts.equals(ours.get(reference)) && (!isUnderWay(reference) || askedInVain.contains(reference))) {
                flaws.add(what + " " + amounts + " for " + reference + ", we have " + ours.get(reference));
            }
        });
        ours.forEach((reference, amounts) -> {
            if (!theirs.containsKey(reference) && !isUnderWay(reference)) {
                flaws.add("we have " + what + " " + amounts + " for " + reference + ", they have nothing");
            }
        });
    }

    private boolean isUnderWay(String reference) {
        return underWay.contains(reference.replaceFirst("-(r?[0-9.]+)$", ""));
    }

    private void reservations(int hotelId) {
        read("""
                select r.reservation_id, r.status, r.total, coalesce(a.captures, 0), coalesce(a.captured, 0), coalesce(b.back, 0)
                  from reservation r
                  left join (select subject, count(*) filter (where state = 'succeeded') as captures, sum(amount) as captured
                               from payment_attempt where state in ('succeeded', 'surplus') group by 1) a
                    on a.subject = r.reservation_id
                  left join (select subject, sum(amount) as back from payment_refund where state = 'done' group by 1) b
                    on b.subject = r.reservation_id
                 where r.hotel_id = %d
                """.formatted(hotelId), row -> {
            var status = row[1];
            var kept = Long.parseLong(row[4]) - Long.parseLong(row[5]);
            var right = switch (status) {
                case "paid" -> row[3].equals("1") && kept == Long.parseLong(row[2]);
                case "canceled", "refunded", "rejected" -> kept == 0;
                default -> false;
            };
            if (!right && !isUnderWay(row[0])) {
                flaws.add("reservation " + row[0] + " is " + status + ", of " + row[2] + " " + row[4] + " captured, "
                        + row[5] + " given back");
            }
        });
    }

    private interface EachRow {
        void row(String[] columns);
    }

    private void read(String sql, EachRow each) {
        try (var connection = TestData.of(server).dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                var columns = new String[rows.getMetaData().getColumnCount()];
                for (var i = 0; i < columns.length; i++) {
                    columns[i] = rows.getString(i + 1);
                }
                each.row(columns);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
