package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final URI INTERNAL = SERVER.internalUrl();
    private static final String PATH = "/v1/staff/invitations";
    private static final String PASSWORD = "a long secret";

    @Test
    void whoeverIsInvitedSetsAPasswordAndHasTheRights() {
        var admin = Api.demo(INTERNAL, "admin");
        var person = Person.fresh();
        var invited = invite(admin, person, "desk", "hotel-12");
        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.body().at("/rights/0/scope").asText()).isEqualTo("hotel-12");
        var id = invited.body().path("accountID").asText();
        assertThat(TestData.texts(SERVER, "select action from journal where subject = 'account:" + id + "'"))
                .contains("staff.invited");
        assertThat(listed(admin)).contains(id);
        assertThat(person.trySigningIn(INTERNAL).status()).isEqualTo(401);
        assertThat(Api.anonymous(SERVER.url())
                        .put(PATH, Map.of("token", "x", "password", PASSWORD), Map.of())
                        .status())
                .as("not on the public listener")
                .isEqualTo(404);

        var token = admin.post(PATH + "/" + id + "/link", Map.of())
                .body()
                .path("token")
                .asText();
        assertThat(take(token, "password1").type()).endsWith(":password-refused");
        assertThat(take(token, PASSWORD).status()).isEqualTo(204);
        assertThat(take(token, PASSWORD).type()).endsWith(":link-ended");
        assertThat(listed(admin)).doesNotContain(id);
        assertThat(admin.delete(PATH + "/" + id).status()).as("taken").isEqualTo(404);
        var staff = person.withPassword(PASSWORD).signIn(INTERNAL);
        var rights = admin.get("/v1/staff/" + id).body().path("rights").toString();
        assertThat(rights).contains("desk").contains("hotel-12");
        assertThat(staff.get("/v1/staff").status()).isEqualTo(403);
        assertThat(SERVER.log()).doesNotContain(token, person.email());
    }

    @ParameterizedTest
    @CsvSource({
        "desk, hotel-7, 201",
        "manager, hotel-7, 201",
        "desk, hotel-8, 403",
        "desk, all, 403",
        "administrator, all, 403",
        "organiser, concert-1, 403",
        "cook, hotel-7, 400",
        "desk, concert-7, 400",
        "'', '', 403"
    })
    void aManagerGivesWhatIsTheirsToGive(String role, String scope, int status) {
        var answer = role.isEmpty()
                ? manager().post(PATH, Map.of("email", Person.fresh().email(), "name", "N", "rights", List.of()))
                : invite(manager(), Person.fresh(), role, scope);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void theDeskInvitesNobody() {
        assertThat(invite(Api.demo(INTERNAL, "desk"), Person.fresh(), "desk", "hotel-1")
                        .status())
                .isEqualTo(403);
        assertThat(invite(Api.demo(INTERNAL, "guest"), Person.fresh(), "desk", "hotel-1")
                        .status())
                .isEqualTo(403);
        assertThat(invite(Api.anonymous(INTERNAL), Person.fresh(), "desk", "hotel-1")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aWithdrawnOneIsWorthNothingAndForgotten() {
        var manager = manager();
        var person = Person.fresh();
        var id = invite(manager, person, "desk", "hotel-7")
                .body()
                .path("accountID")
                .asText();
        assertThat(invite(manager, person, "desk", "hotel-7").type()).endsWith(":email-taken");
        var token = TestLinks.issue(SERVER, Long.parseLong(id), Links.Purpose.INVITATION);
        assertThat(listed(manager)).containsOnly(id);
        assertThat(manager.post(PATH + "/" + id + "/link", Map.of()).status())
                .as("for administrators")
                .isEqualTo(403);
        assertThat(manager().delete(PATH + "/" + id).status()).as("another's").isEqualTo(404);
        for (var status : new int[] {202, 202, 429}) {
            assertThat(manager.post(PATH + "/" + id + "/mail", Map.of()).status())
                    .isEqualTo(status);
        }
        assertThat(manager.delete(PATH + "/" + id).status()).isEqualTo(204);
        assertThat(take(token, PASSWORD).status()).isEqualTo(410);
        assertThat(TestData.number(SERVER, "select count(*) from account where email = '" + person.email() + "'"))
                .isZero();
        assertThat(invite(manager, person, "desk", "hotel-7").status()).isEqualTo(201);
    }

    private static Api manager() {
        var admin = Api.demo(INTERNAL, "admin");
        var person = Person.fresh();
        var id = admin.post("/v1/staff", person.details())
                .body()
                .at("/account/accountID")
                .asText();
        admin.send("PUT", "/v1/staff/" + id + "/rights/manager/hotel-7", null, Map.of());
        return person.signIn(INTERNAL);
    }

    private static Api.Answer invite(Api by, Person person, String role, String scope) {
        return by.post(
                PATH,
                Map.of(
                        "email",
                        person.email(),
                        "name",
                        "Invited",
                        "rights",
                        List.of(Map.of("role", role, "scope", scope))));
    }

    private static Api.Answer take(String token, String password) {
        return Api.anonymous(INTERNAL).put(PATH, Map.of("token", token, "password", password), Map.of());
    }

    private static List<String> listed(Api by) {
        return by.get(PATH + "?limit=200").body().findValuesAsText("accountID");
    }
}
