package io.jari.core.payment;

/** Something to be paid for, as simple as can be. */
final class TestSubject implements Payable {
    private Standing standing = Standing.WAITING;
    private long total;
    private boolean free = true;
    private int paidBy;
    private int extensions;

    TestSubject(long total) {
        this.total = total;
    }

    /** Its time is over, or nobody wants it. */
    void goes() {
        standing = Standing.GONE;
        paidBy = 0;
    }

    /** Whether it can be taken again once it is gone. */
    void free(boolean now) {
        free = now;
    }

    void total(long now) {
        total = now;
    }

    void paidAtTheDesk() {
        standing = Standing.PAID;
    }

    /** The attempt that paid for it; 0: none. */
    int paidBy() {
        return paidBy;
    }

    /** All that may change with a payment. */
    String shown() {
        return standing + " " + paidBy;
    }

    int extensions() {
        return extensions;
    }

    @Override
    public Standing standing() {
        return standing;
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public void extend() {
        extensions++;
    }

    @Override
    public boolean take(Attempt by) {
        if (standing == Standing.PAID || (standing == Standing.GONE && !free)) {
            return false;
        }
        standing = Standing.PAID;
        paidBy = by.n();
        return true;
    }

    /** Money alone leaves it as it is. */
    @Override
    public boolean takeBack(Refund refund, Attempt from) {
        return true;
    }
}
