package io.jari.mail;

import io.jari.db.DatabaseClock;
import jakarta.inject.Singleton;

/** Writes letters by what is so when they are sent: what has changed since is not told, or another letter tells it. */
@Singleton
class Drafts {
    private final StayDrafts stays;
    private final SeatDrafts seats;
    private final RefundDrafts refunds;
    private final AccountDrafts accounts;
    private final MailOffice office;
    private final DatabaseClock clock;

    Drafts(
            StayDrafts stays,
            SeatDrafts seats,
            RefundDrafts refunds,
            AccountDrafts accounts,
            MailOffice office,
            DatabaseClock clock) {
        this.stays = stays;
        this.seats = seats;
        this.refunds = refunds;
        this.accounts = accounts;
        this.office = office;
        this.clock = clock;
    }

    /** Blocks. */
    Draft of(Letter letter) {
        var sites = office.sites();
        return switch (letter.kind()) {
            case CONFIRMATION -> stays.confirmation(letter, sites, clock.now());
            case CANCELLATION -> stays.cancellation(letter, sites);
            case TICKETS -> seats.tickets(letter, sites, clock.now());
            case TICKETS_CANCELED -> seats.canceled(letter, sites);
            case REFUND -> refunds.refund(letter, sites);
            case INVITATION -> accounts.invitation(letter, sites);
            case SIGN_UP, RESET -> accounts.passwordLink(letter, sites);
            case PASSWORD_CHANGED -> accounts.passwordChanged(letter, sites);
            case SIGN_UP_AGAIN -> accounts.signUpAgain(letter, sites);
        };
    }
}
