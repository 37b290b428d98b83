package io.jari.console.house;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Colleagues;
import io.jari.account.Scope;
import io.jari.console.Consoles;
import io.jari.console.house.PrivacyPage.Erased;
import io.jari.console.house.PrivacyPage.Person;
import io.jari.console.house.PrivacyPage.Prospect;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.jari.page.Addresses;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.privacy.PersonalDataResource;
import io.jari.privacy.PrivacyBodies.ErasureLine;
import io.jari.privacy.PrivacyBodies.Found;
import io.jari.privacy.PrivacyBodies.Obstacle;
import io.jari.privacy.PrivacyBodies.Outlook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** "What do you know of me?" and "Forget me." */
@Path("/staff/privacy")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class PrivacyPageResource {
    private static final int ROWS = 50;
    private static final int MOST_ADDRESS = 254;
    private static final int LEAST_ADDRESS = 3;
    private static final Pattern PHONE = Pattern.compile("[+0-9() .-]{5,30}");
    private final PersonalDataResource data;
    private final Colleagues colleagues;
    private final Places places;
    private final Consoles consoles;
    private final CurrentVisit current;

    PrivacyPageResource(
            PersonalDataResource data, Colleagues colleagues, Places places, Consoles consoles, CurrentVisit current) {
        this.data = data;
        this.colleagues = colleagues;
        this.places = places;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.ADMINISTRATOR, page = true)
    @Operation(hidden = true)
    public Response page(@Context UriInfo uri) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var t = visit.texts();
            var form = new Form(visit.query());
            var email = form.text("email");
            var phone = form.text("phone");
            var subject = form.text("subject");
            var prospect = subject.isEmpty() ? null : prospect(t, visit, subject);
            var isAsked = !email.isEmpty() || !phone.isEmpty();
            var isKnown = isAsked
                    && isAddress(email)
                    && (phone.isEmpty() || PHONE.matcher(phone).matches());
            var people = isKnown ? data.find(visit.who(), word(email), word(phone)) : List.<Found>of();
            var erasures =
                    Answered.list(data.erasures(visit.who(), form.maybe("cursor"), ROWS, uri), ErasureLine.class);
            return Response.ok(new PrivacyPage(
                            consoles.house(visit, caller, "house.privacy.title"),
                            email,
                            phone,
                            notice(t, isAsked, isKnown, people.isEmpty(), !subject.isEmpty() && prospect == null),
                            people.stream().map(p -> person(t, p, email, phone)).toList(),
                            prospect == null ? "" : subject,
                            prospect,
                            erased(t, erasures.body()),
                            erasures.next()))
                    .build();
        });
    }

    private static boolean isAddress(String email) {
        return email.isEmpty() || (email.length() >= LEAST_ADDRESS && email.length() <= MOST_ADDRESS);
    }

    private static @Nullable String word(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String notice(
            Texts t, boolean isAsked, boolean isKnown, boolean isNobody, boolean isGone) {
        if (isGone) {
            return t.say("house.privacy.gone");
        }
        if (isAsked && !isKnown) {
            return t.say("house.privacy.flaw");
        }
        return isAsked && isNobody ? t.say("house.privacy.nobody") : null;
    }

    private Person person(Texts t, Found found, String email, String phone) {
        var isAccount = found.subject().startsWith("account:");
        return new Person(
                found.subject(),
                t.say(isAccount ? "house.privacy.account" : "house.privacy.stay"),
                found.hotelId() == null ? "" : places.name(t, Scope.hotel(Long.parseLong(found.hotelId()))),
                t.moment(found.since(), Visit.HOME),
                "/staff/privacy?email=" + Addresses.encoded(email) + "&phone=" + Addresses.encoded(phone) + "&subject="
                        + Addresses.encoded(found.subject()) + "#erasing");
    }

    /** Null where nobody is known by this name, or any more. */
    private @Nullable Prospect prospect(Texts t, Visit visit, String subject) {
        try {
            var outlook = data.outlook(visit.who(), subject);
            return prospect(t, outlook);
        } catch (Problem problem) {
            if (problem.getResponse().getStatus() != 404) {
                throw problem;
            }
            return null;
        }
    }

    private static Prospect prospect(Texts t, Outlook outlook) {
        var isBalance = outlook.obstacles().stream().anyMatch(o -> o.what().equals("balance"));
        return new Prospect(
                outlook.obstacles().stream().map(o -> obstacle(t, o)).toList(),
                outlook.kept().stream()
                        .map(k -> t.say(
                                "house.privacy.kept." + k.what(), Texts.number(k.count()), t.date(k.until()), k.law()))
                        .toList(),
                isBalance,
                outlook.obstacles().stream().allMatch(o -> o.what().equals("balance")));
    }

    private static String obstacle(Texts t, Obstacle o) {
        return t.say("house.privacy.obstacle." + o.what(), o.id());
    }

    private List<Erased> erased(Texts t, List<ErasureLine> lines) {
        var names = colleagues.names(
                lines.stream().map(ErasureLine::actor).distinct().toList());
        return lines.stream()
                .map(line -> new Erased(
                        line.subject(),
                        line.actor().equals(line.subject())
                                ? t.say("house.privacy.themselves")
                                : names.getOrDefault(line.actor(), line.actor()),
                        t.moment(line.askedAt(), Visit.HOME),
                        line.doneAt() == null ? t.say("house.privacy.under-way") : t.moment(line.doneAt(), Visit.HOME)))
                .toList();
    }
}
