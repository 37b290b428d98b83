package io.jari.document;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Role;
import io.jari.document.Endpoints.Endpoint;
import io.jari.http.Internal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.AnnotationInstance;

/** Says, as {@code x-access} and in words, who may call each operation, by what, and at which listener. */
final class AccessInDocument {
    static final String EXTENSION = "x-access";
    private static final String LISTENER = "x-listener";

    private AccessInDocument() {}

    static void tell(Endpoint endpoint) {
        var operation = endpoint.operation();
        var access = endpoint.method().annotation(Access.class);
        if (access == null
                || (operation.getExtensions() != null
                        && operation.getExtensions().containsKey(EXTENSION))) {
            return;
        }
        var isInternal = endpoint.method().hasAnnotation(Internal.class)
                || endpoint.method().declaringClass().hasDeclaredAnnotation(Internal.class);
        operation.addExtension(LISTENER, isInternal ? "internal" : "all");
        tell(operation, access, isInternal ? "\n\nOn the internal listener only." : "");
    }

    private static void tell(Operation operation, AnnotationInstance access, String where) {
        var by = By.valueOf(access.value().asEnum());
        var bySubject =
                access.value("bySubject") != null && access.value("bySubject").asBoolean();
        operation.addExtension(EXTENSION, code(by, bySubject));
        operation.setSecurity(security(by));
        var said = operation.getDescription();
        var words = "Who may call: " + words(by, bySubject) + "." + where;
        operation.setDescription(said == null || said.isBlank() ? words : said.strip() + "\n\n" + words);
    }

    private static List<SecurityRequirement> security(By by) {
        var any = new ArrayList<SecurityRequirement>();
        if (by == By.ANYBODY) {
            any.add(OASFactory.createSecurityRequirement());
        }
        for (var scheme : List.of("session", "sessionCookie", "secureSessionCookie")) {
            any.add(OASFactory.createSecurityRequirement().addScheme(scheme));
        }
        if (forKeys(by)) {
            any.add(OASFactory.createSecurityRequirement().addScheme("apiKey"));
        }
        return any;
    }

    private static boolean forKeys(By by) {
        return switch (by) {
            case ANYBODY, PERSON, SESSION, ADMINISTRATOR -> false;
            case CALLER, DESK, REVENUE, MANAGER, ORGANISER, DOOR, STAFF -> true;
        };
    }

    private static String code(By by, boolean bySubject) {
        return switch (by) {
            case ANYBODY -> "anybody";
            case PERSON, SESSION -> "person";
            case CALLER -> bySubject ? "own" : "caller";
            case STAFF -> bySubject ? "staff:subject" : "staff";
            case ADMINISTRATOR -> "administrator";
            case DESK, REVENUE, MANAGER -> word(by) + (bySubject ? ":subject" : ":hotelID");
            case ORGANISER, DOOR -> word(by) + (bySubject ? ":subject" : ":concertID");
        };
    }

    private static String words(By by, boolean bySubject) {
        return switch (by) {
            case ANYBODY -> "anybody";
            case PERSON, SESSION -> "whoever is signed in; no API key";
            case CALLER -> bySubject ? "whose it is, and staff of the hotel or concert" : "whoever is signed in";
            case STAFF -> bySubject ? "staff of the hotel or concert that it concerns" : "staff";
            case ADMINISTRATOR -> "administrators";
            case DESK, REVENUE, MANAGER -> "staff with the right " + word(by) + " over the hotel";
            case ORGANISER -> "staff with the right organiser over the concert";
            case DOOR -> "staff with the right door or organiser over the concert";
        };
    }

    private static String word(By by) {
        return Role.valueOf(by.name()).text();
    }
}
