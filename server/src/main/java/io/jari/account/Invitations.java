package io.jari.account;

import io.jari.account.InvitationBodies.InvitationBody;
import io.jari.account.InvitationBodies.LinkBody;
import io.jari.account.InvitationBodies.Wanted;
import io.jari.account.Links.Purpose;
import io.jari.db.Partition;
import io.jari.http.Idempotency;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How people come to work here: by a link that lets them set a password. Each throws a problem where it says no. */
@ApplicationScoped
public class Invitations {
    private static final String INVITED = "staff.invited";
    private static final long EVERYBODY = 0;
    private final InvitationStore store;
    private final AccountStore accounts;
    private final Links links;
    private final PasswordByLink byLink;
    private final Passwords passwords;
    private final Changes changes;
    private final Idempotency idempotency;

    Invitations(
            InvitationStore store,
            AccountStore accounts,
            Links links,
            PasswordByLink byLink,
            Passwords passwords,
            Changes changes,
            Idempotency idempotency) {
        this.store = store;
        this.accounts = accounts;
        this.links = links;
        this.byLink = byLink;
        this.passwords = passwords;
        this.changes = changes;
        this.idempotency = idempotency;
    }

    /** Makes the account, with a password that nobody knows, and all its rights. The mail follows the journal. */
    Response invite(Caller by, @Nullable String key, Wanted wanted) {
        var rights = wanted.grants();
        requireMayGive(by, rights);
        var hash = passwords.hash(Token.fresh());
        var id = accounts.nextId();
        return changes.first(
                Partition.account(id),
                by.actor(),
                change ->
                        idempotency.once(change.handle(), by.actor(), "POST /v1/staff/invitations", key, wanted, () -> {
                            var account = Accounts.insert(change, id, wanted.account(), true, hash);
                            rights.forEach(grant -> Staff.give(change, id, grant, by.accountId()));
                            InvitationStore.insert(change.handle(), id, by.accountId());
                            change.journal(INVITED, Caller.actor(id), null);
                            return new Idempotency.Answer(
                                    201,
                                    new InvitationBody(
                                            id, account.email(), account.name(), rights, by.accountId(), change.now()));
                        }));
    }

    /** All of them for administrators; for others those that they sent. */
    List<InvitationBody> after(Caller by, long accountId, int limit) {
        var sender = by.rights().allows(Role.ADMINISTRATOR, Scope.ALL) ? EVERYBODY : by.accountId();
        return store.after(accountId, sender, limit).stream().map(this::body).toList();
    }

    void resend(Caller by, long accountId) {
        changing(by, accountId, change -> {
            if (LinkStore.journaled(change.handle(), accountId, INVITED) >= Accounts.MOST_MAILS_AN_HOUR) {
                throw Refusal.invitedTooOften();
            }
            change.journal(INVITED, Caller.actor(accountId), null);
        });
    }

    /** A link to be handed over otherwise; one sent by mail ends. */
    LinkBody link(Caller by, long accountId) {
        changing(by, accountId, change -> change.journal("staff.invitation_link_told", Caller.actor(accountId), null));
        var token = links.issue(accountId, Purpose.INVITATION);
        return new LinkBody("/invitation?token=" + token, token);
    }

    void withdraw(Caller by, long accountId) {
        changing(by, accountId, change -> {
            if (!InvitationStore.delete(change.handle(), accountId)) {
                throw Refusal.noSuchInvitation(); // it was taken meanwhile
            }
            LinkStore.endAll(change.handle(), accountId);
            InvitationStore.forget(change.handle(), accountId);
            change.journal("staff.invitation_withdrawn", Caller.actor(accountId), null);
        });
    }

    /** Whether a link's token is good. */
    public boolean isGood(String token) {
        return byLink.isGood(token, Purpose.INVITATION);
    }

    /** Takes it: from now on they sign in with this password. */
    public void take(String token, String password) {
        byLink.set(token, password, Purpose.INVITATION, change -> change.journal("staff.joined", change.actor(), null));
    }

    private void changing(Caller by, long accountId, Consumer<Change> work) {
        var invitation = store.find(accountId).orElseThrow(Refusal::noSuchInvitation);
        if (invitation.invitedBy() != by.accountId() && !by.rights().allows(Role.ADMINISTRATOR, Scope.ALL)) {
            throw Refusal.noSuchInvitation();
        }
        changes.of(Partition.account(accountId), by.actor(), change -> {
            work.accept(change);
            return accountId;
        });
    }

    /** Administrators give anything; managers of a hotel and organisers of a concert what they may do there themselves. */
    private static void requireMayGive(Caller by, List<Grant> grants) {
        if (grants.isEmpty() && !by.rights().allows(Role.ADMINISTRATOR, Scope.ALL)) {
            throw Refusal.notAllowed(Role.ADMINISTRATOR, Scope.ALL);
        }
        for (var grant : grants) {
            var keeper = by.rights().allows(Role.MANAGER, grant.scope())
                    || by.rights().allows(Role.ORGANISER, grant.scope());
            if (!keeper || !by.rights().allows(grant.role(), grant.scope())) {
                throw Refusal.notAllowed(grant.role(), grant.scope());
            }
        }
    }

    private InvitationBody body(InvitationStore.Row row) {
        return new InvitationBody(
                row.accountId(),
                row.email(),
                row.name(),
                store.grants(row.accountId()),
                row.invitedBy(),
                row.invitedAt());
    }
}
