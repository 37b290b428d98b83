package io.jari.mail;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Letters about an account itself. */
@Singleton
class AccountDrafts {
    /** Where most people are; the zone is said beside the time. */
    private static final ZoneId HOME = ZoneId.of("Asia/Seoul");

    private final Recipients recipients;
    private final PersonalLinks links;

    AccountDrafts(Recipients recipients, PersonalLinks links) {
        this.recipients = recipients;
        this.links = links;
    }

    /** A letter to an account's address. */
    private interface Writing {
        /** Empty where its link cannot be had. */
        Optional<LetterText.Draft> of(Recipient to);
    }

    private Draft write(Letter letter, Sites sites, Writing writing) {
        var to = recipients.of(letter.partition().id());
        if (to.isEmpty()) {
            return Draft.skipped("no-address");
        }
        return writing.of(to.get())
                .<Draft>map(
                        draft -> new Draft.Written(to.get().email(), draft.done(sites.name()), List.of(), List.of()))
                .orElseGet(() -> Draft.skipped("superseded"));
    }

    Draft invitation(Letter letter, Sites sites) {
        var accountId = letter.partition().id();
        return write(
                letter,
                sites,
                to -> links.invitation(accountId)
                        .map(token -> begun(to, letter.kind(), sites)
                                .action("invitation.action", sites.invitation(token))
                                .note(to.w().say("invitation.note"))));
    }

    Draft reset(Letter letter, Sites sites) {
        var accountId = letter.partition().id();
        return write(
                letter,
                sites,
                to -> links.reset(accountId)
                        .map(token -> begun(to, letter.kind(), sites)
                                .action("reset.action", sites.reset(token))
                                .note(to.w().say("reset.note"))));
    }

    Draft passwordChanged(Letter letter, Sites sites) {
        return write(
                letter,
                sites,
                to -> Optional.of(begun(to, letter.kind(), sites)
                        .fact("changed-at", to.w().say("korean-time", to.w().moment(letter.at(), HOME)))
                        .note(to.w().say("password-changed.note"))
                        .action("password-changed.action", sites.signIn())));
    }

    Draft signUpAgain(Letter letter, Sites sites) {
        return write(
                letter,
                sites,
                to -> Optional.of(begun(to, letter.kind(), sites)
                        .action("sign-up-again.action", sites.signIn())
                        .note(to.w().say("sign-up-again.note"))));
    }

    private static LetterText.Draft begun(Recipient to, LetterKind kind, Sites sites) {
        return to.draft(to.w().say(kind.wire() + ".subject")).words(to.w().say(kind.wire() + ".words", sites.name()));
    }
}
