package io.jari.mail;

import io.jari.account.Addressees;
import io.jari.booking.GuestDetails;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds whom letters are for, before anything is written: most made-up people can't be written to. */
@Singleton
class Recipients {
    private final Addressees addressees;

    Recipients(Addressees addressees) {
        this.addressees = addressees;
    }

    /** Nobody where the account is closed or gone, or its address is none. Blocks. */
    Optional<Recipient> of(long accountId) {
        return addressees.of(accountId).map(Recipient::of).filter(Recipients::isReachable);
    }

    /** Somebody without an account, who may have said an address to the desk. */
    Optional<Recipient> ofGuest(@Nullable GuestDetails guest) {
        var email = guest == null ? null : guest.email();
        return guest == null || email == null
                ? Optional.empty()
                : Optional.of(new Recipient(email, guest.name(), Wording.forGuest(guest.name(), guest.phone())))
                        .filter(Recipients::isReachable);
    }

    private static boolean isReachable(Recipient to) {
        return MailAddress.of(to.email()).isPresent();
    }
}
