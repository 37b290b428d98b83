package io.jari.mail;

import io.jari.account.Links;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Letters about an account itself. */
@Singleton
class AccountDrafts {
    /** Where most people are; the zone is said beside the time. */
    private static final ZoneId HOME = ZoneId.of("Asia/Seoul");

    private final Recipients recipients;
    private final Links links;

    AccountDrafts(Recipients recipients, Links links) {
        this.recipients = recipients;
        this.links = links;
    }

    private Draft write(Letter letter, Sites sites, Function<Recipient, LetterText.Draft> writing) {
        return writeIfTrue(letter, sites, to -> Optional.of(writing.apply(to)));
    }

    /** @param writing nothing where it is true no more */
    private Draft writeIfTrue(Letter letter, Sites sites, Function<Recipient, Optional<LetterText.Draft>> writing) {
        var to = recipients.of(letter.partition().id());
        if (to.isEmpty()) {
            return Draft.skipped("no-address");
        }
        return writing.apply(to.get())
                .<Draft>map(
                        draft -> new Draft.Written(to.get().email(), draft.done(sites.name()), List.of(), List.of()))
                .orElseGet(() -> Draft.skipped("superseded"));
    }

    /** Each time it is tried with a fresh link: those before it are over. */
    Draft invitation(Letter letter, Sites sites) {
        return writeIfTrue(
                letter,
                sites,
                to -> links.issueInvitation(letter.partition().id(), letter.at())
                        .map(token -> begun(to, letter.kind(), sites)
                                .action("invitation.action", sites.invitation(token))
                                .note(to.w().say("invitation.note"))));
    }

    /** The same, for who signed up or forgot the password. */
    Draft passwordLink(Letter letter, Sites sites) {
        return write(
                letter,
                sites,
                to -> begun(to, letter.kind(), sites)
                        .action(
                                letter.kind().wire() + ".action",
                                sites.reset(links.issue(letter.partition().id(), Links.Purpose.RESET)))
                        .note(to.w().say(letter.kind().wire() + ".note")));
    }

    Draft passwordChanged(Letter letter, Sites sites) {
        return write(
                letter,
                sites,
                to -> begun(to, letter.kind(), sites)
                        .fact("changed-at", to.w().say("korean-time", to.w().moment(letter.at(), HOME)))
                        .note(to.w().say("password-changed.note"))
                        .action("password-changed.action", sites.forgot()));
    }

    Draft signUpAgain(Letter letter, Sites sites) {
        return write(
                letter,
                sites,
                to -> begun(to, letter.kind(), sites)
                        .action("sign-up-again.action", sites.signIn())
                        .note(to.w().say("sign-up-again.note")));
    }

    private static LetterText.Draft begun(Recipient to, LetterKind kind, Sites sites) {
        return to.draft(to.w().say(kind.wire() + ".subject")).words(to.w().say(kind.wire() + ".words", sites.name()));
    }
}
