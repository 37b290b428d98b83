package io.jari.seat;

/** Seats held as by default, with all the time that a slow machine needs. */
public record TestSettings() implements SeatSettings {
    @Override
    public String strategy() {
        return "group-commit";
    }

    @Override
    public int deadlineMillis() {
        return 30_000;
    }

    @Override
    public int writers() {
        return 2;
    }

    @Override
    public int datesPerCommit() {
        return 16;
    }

    @Override
    public int batch() {
        return 512;
    }

    @Override
    public int connections() {
        return 4;
    }

    @Override
    public String guards() {
        return "on";
    }
}
