package io.jari.moving;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Numbers that were given out after the copy was made are never given out again: who has read up to one of them, or keeps what had it,
 * must not take something else for it. How many they were nobody knows any more, so all go on far ahead.
 */
final class FurtherNumbers implements AfterRestore {
    private static final String VERSIONS = "partition_version";

    /** More versions than a day of the fastest sale takes. */
    static final long VERSIONS_AHEAD = 1_000_000_000;

    /** Of accounts and the like. */
    static final long AHEAD = 1_000_000;

    /** Of what is numbered by small numbers: hotels, concerts, dates. */
    static final long SMALL_AHEAD = 10_000;

    @Override
    public String repair(Connection connection) throws SQLException {
        for (var sequence : Catalog.sequences(connection)) {
            advance(connection, sequence);
        }
        return "New versions and ids go on far ahead of those that were lost with what came after the copy";
    }

    private static void advance(Connection connection, String sequence) throws SQLException {
        try (var set = connection.prepareStatement("""
                select setval(s.seqrelid, least(s.seqmax, v.last_value + case when s.seqtypid <> 'bigint'::regtype then ? else ? end))
                  from pg_sequence s, %1$s v
                 where s.seqrelid = '%1$s'::regclass
                """.formatted(sequence))) {
            set.setLong(1, SMALL_AHEAD);
            set.setLong(2, sequence.equals(VERSIONS) ? VERSIONS_AHEAD : AHEAD);
            set.execute();
        }
    }
}
