package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffIT {
    private static final URI INTERNAL = JariServer.shared().internalUrl();
    private static final URI PUBLIC = JariServer.shared().url();

    @ParameterizedTest
    @CsvSource({"guest, 403", "desk, 403", "revenue, 403", "manager, 403", "admin, 200"})
    void administratorsAloneSeeStaff(String who, int status) {
        var answer = Api.demo(INTERNAL, who).get("/v1/staff");
        assertThat(answer.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.type()).endsWith(":not-allowed");
            assertThat(answer.body().path("right").asText()).isEqualTo("administrator");
        }
    }

    @Test
    void staffIsNotOnThePublicListener() {
        assertThat(Api.demo(PUBLIC, "admin").get("/v1/staff").status()).isEqualTo(404);
    }

    @Test
    void whatBeganOnThePublicListenerCarriesNoRights() {
        var outside = Api.demo(PUBLIC, "admin");
        assertThat(outside.get("/v1/account").status()).isEqualTo(200);
        assertThat(outside.at(INTERNAL).get("/v1/staff").status()).isEqualTo(403);
        assertThat(Api.demo(INTERNAL, "admin").get("/v1/staff").status())
                .as("the twin, which began on the internal one")
                .isEqualTo(200);
    }

    @Test
    void rightsAreGivenAndTakenAndHoldAtOnce() {
        var admin = Api.demo(INTERNAL, "admin");
        var person = Person.fresh();
        var id = engage(admin, person);
        var staff = person.signIn(INTERNAL);
        assertThat(staff.get("/v1/staff").status()).isEqualTo(403);
        var right = "/v1/staff/" + id + "/rights/administrator/all";
        assertThat(admin.send("PUT", right, null, Map.of()).status()).isEqualTo(204);
        assertThat(admin.get("/v1/staff/" + id).body().at("/rights/0/role").asText())
                .isEqualTo("administrator");
        assertThat(staff.get("/v1/staff").status()).isEqualTo(200);
        assertThat(admin.delete(right).status()).isEqualTo(204);
        assertThat(staff.get("/v1/staff").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"cook, hotel-1", "desk, hotel-0", "desk, concert-1", "organiser, hotel-1", "administrator, hotel-1"})
    void rightsThatDoNotExistAreRefused(String role, String scope) {
        var admin = Api.demo(INTERNAL, "admin");
        var id = engage(admin, Person.fresh());
        var answer = admin.send("PUT", "/v1/staff/" + id + "/rights/" + role + "/" + scope, null, Map.of());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).endsWith(":no-such-right");
    }

    @Test
    void guestsAreNotStaff() {
        var admin = Api.demo(INTERNAL, "admin");
        var guest = Person.signedUp(PUBLIC).signIn(PUBLIC);
        var id = guest.get("/v1/account").body().path("accountID").asText();
        assertThat(admin.send("PUT", "/v1/staff/" + id + "/rights/desk/all", null, Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aClosedAccountIsOutAtOnce() {
        var admin = Api.demo(INTERNAL, "admin");
        var person = Person.fresh();
        var id = engage(admin, person);
        var staff = person.signIn(INTERNAL);
        assertThat(staff.get("/v1/account").status()).isEqualTo(200);
        assertThat(admin.delete("/v1/staff/" + id).status()).isEqualTo(204);
        assertThat(staff.get("/v1/account").status()).isEqualTo(401);
        assertThat(person.trySigningIn(INTERNAL).type()).endsWith(":wrong-credentials");
    }

    @Test
    void anAdministratorEndsAColleaguesSessions() {
        var admin = Api.demo(INTERNAL, "admin");
        var person = Person.fresh();
        var id = engage(admin, person);
        var inside = person.signIn(INTERNAL);
        var outside = person.signIn(PUBLIC);
        assertThat(admin.delete("/v1/staff/" + id + "/sessions").status()).isEqualTo(204);
        assertThat(inside.get("/v1/account").status()).isEqualTo(401);
        assertThat(outside.get("/v1/account").status()).isEqualTo(401);
        assertThat(person.trySigningIn(INTERNAL).status()).isEqualTo(201);
        assertThat(admin.get("/v1/journal?subject=account:" + id).body().toString())
                .contains("staff.sessions_ended");
        assertThat(admin.delete("/v1/staff/0/sessions").status()).isEqualTo(404);
    }

    private static String engage(Api admin, Person person) {
        var answer = admin.post("/v1/staff", person.details());
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().at("/account/accountID").asText();
    }
}
