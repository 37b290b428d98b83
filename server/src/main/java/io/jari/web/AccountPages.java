package io.jari.web;

import io.jari.account.Account;
import io.jari.account.AccountResource;
import io.jari.account.Door;
import io.jari.account.OwnSession;
import io.jari.account.SessionResource;
import io.jari.page.Devices;
import io.jari.page.Form;
import io.jari.page.Frames;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.web.AccountPage.ProfileForm;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of one's own account. */
@Singleton
class AccountPages {
    static final String PATH = "/account";
    private final AccountResource accounts;
    private final SessionResource sessions;
    private final Door door;
    private final Frames frames;

    AccountPages(AccountResource accounts, SessionResource sessions, Door door, Frames frames) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.door = door;
        this.frames = frames;
    }

    /** As it stands, with a word on what was just done. */
    Response fresh(Visit visit) {
        var key = "account.done." + new Form(visit.query()).text("done");
        var t = visit.texts();
        return page(visit, null, Map.of(), t.has(key) ? t.say(key) : null, null, 200);
    }

    /** With what is wrong with the form that came. */
    Response flawed(Visit visit, @Nullable ProfileForm typed, Map<String, String> flaws, int status) {
        return page(visit, typed, flaws, null, null, status);
    }

    /** What somebody else, or oneself elsewhere, has changed meanwhile. */
    Response stale(Visit visit) {
        return page(visit, null, Map.of(), null, visit.texts().say("account.stale"), 412);
    }

    private Response page(
            Visit visit,
            @Nullable ProfileForm typed,
            Map<String, String> flaws,
            @Nullable String done,
            @Nullable String notice,
            int status) {
        var t = visit.texts();
        var account = (Account) accounts.account(visit.who()).getEntity();
        var own = sessions.list(visit.who());
        return Response.status(status)
                .entity(new AccountPage(
                        frames.of(visit, t.say("account.title")),
                        account.email(),
                        typed == null ? form(account) : typed,
                        own.stream().map(session -> row(t, session)).toList(),
                        own.size() > 1,
                        door.isInternal(visit.who()),
                        flaws,
                        done,
                        notice))
                .build();
    }

    private static ProfileForm form(Account account) {
        var phone = account.phone();
        return new ProfileForm(
                account.name(), phone == null ? "" : phone, account.language(), Integer.toString(account.version()));
    }

    private static AccountPage.Row row(Texts t, OwnSession session) {
        var device = session.device();
        return new AccountPage.Row(
                Long.toString(session.sessionId()),
                device == null ? t.say("account.some-device") : Devices.name(device),
                t.moment(session.since(), Visit.HOME),
                t.moment(session.lastSeen(), Visit.HOME),
                session.current());
    }
}
