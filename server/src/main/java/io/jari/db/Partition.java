package io.jari.db;

/** What is decided one change at a time: a hotel, a date, an account, a queue, a concert. */
public record Partition(Kind kind, long id) implements Comparable<Partition> {

    /** The kinds as they stand in the database. */
    public enum Kind {
        HOTEL(1),
        DATE(2),
        ACCOUNT(3),
        QUEUE(4),
        CONCERT(5);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** The kind that stands in the database so. */
        public static Kind of(int code) {
            return values()[code - 1];
        }
    }

    public static Partition hotel(long hotelId) {
        return new Partition(Kind.HOTEL, hotelId);
    }

    /** One performance of a concert. */
    public static Partition date(long dateId) {
        return new Partition(Kind.DATE, dateId);
    }

    public static Partition concert(long concertId) {
        return new Partition(Kind.CONCERT, concertId);
    }

    /** The waiting room of a date. */
    public static Partition queue(long dateId) {
        return new Partition(Kind.QUEUE, dateId);
    }

    public static Partition account(long accountId) {
        return new Partition(Kind.ACCOUNT, accountId);
    }

    /** The one order in which heads are locked. */
    @Override
    public int compareTo(Partition other) {
        var byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : Long.compare(id, other.id);
    }
}
