package io.jari.mail;

import jakarta.inject.Singleton;
import java.util.Optional;

/** The one-time links that letters carry. */
@Singleton
class PersonalLinks {
    /** A fresh one, by which its account chooses a new password; those before it are over. */
    Optional<String> reset(long accountId) {
        return Optional.empty();
    }

    /** The same for whoever joins the staff. */
    Optional<String> invitation(long accountId) {
        return Optional.empty();
    }
}
