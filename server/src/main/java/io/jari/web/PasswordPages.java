package io.jari.web;

import io.jari.http.Problem;
import io.jari.page.Frames;
import io.jari.page.ProblemPages;
import io.jari.page.Texts;
import io.jari.page.Visit;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Pages where a password is set by a link. */
@Singleton
class PasswordPages {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;
    private final Frames frames;
    private final LinkCookie cookie;

    PasswordPages(Frames frames, LinkCookie cookie) {
        this.frames = frames;
        this.cookie = cookie;
    }

    /**
     * One of them.
     *
     * @param path its address
     * @param words under which its texts begin
     * @param isGood whether a token's link still is
     * @param set what sets the password
     * @param onward where who has no good link goes on
     * @param onwardTitle the text that names it
     */
    record Kind(String path, String words, Predicate<String> isGood, Setting set, String onward, String onwardTitle) {}

    /** By a link's token, another password; throws a problem when either is not good. */
    interface Setting {
        void set(String token, String password);
    }

    Response ask(Kind kind, Visit visit, HttpHeaders sent, @Nullable String token) {
        if (token != null && LinkCookie.looksRight(token)) {
            return cookie.keep(token, kind.path());
        }
        return kind.isGood().test(cookie.token(sent)) ? page(kind, visit, null) : ended(kind, visit);
    }

    Response set(Kind kind, Visit visit, HttpHeaders sent, MultivaluedMap<String, String> fields) {
        var t = visit.texts();
        var password = SignInPageResource.password(fields);
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return page(kind, visit, t.say("flaw.password"));
        }
        try {
            kind.set().set(cookie.token(sent), password);
        } catch (Problem problem) {
            var flaw = flaw(t, problem);
            return flaw == null ? ended(kind, visit) : page(kind, visit, flaw);
        }
        var frame = frames.of(visit, t.say(kind.words() + ".title"));
        return Response.ok(new NoticePage(frame, t.say(kind.words() + ".done"), "/sign-in", t.say("sign-in.title")))
                .cookie(cookie.none())
                .build();
    }

    /** What is wrong with a password, in words; null when something else is. */
    static @Nullable String flaw(Texts t, Problem problem) {
        return ProblemPages.type(problem.getResponse()).equals("password-refused")
                        && problem.getResponse().getEntity() instanceof Map<?, ?> members
                ? t.say("flaw.password." + members.get("reason"))
                : null;
    }

    /** The same of a password asked for again; goes on with what is another problem. */
    static String wrong(Texts t, Problem problem) {
        return switch (ProblemPages.type(problem.getResponse())) {
            case "wrong-password" -> t.say("second-factor.wrong-password");
            case "too-many-sign-ins" ->
                t.say("sign-in.wait", problem.getResponse().getHeaderString("Retry-After"));
            default -> throw problem;
        };
    }

    /** Of the page that tells it. */
    static int status(Problem problem) {
        var status = problem.getResponse().getStatus();
        return status == 429 ? status : 422;
    }

    private Response page(Kind kind, Visit visit, @Nullable String flaw) {
        var t = visit.texts();
        return Response.status(flaw == null ? 200 : 422)
                .entity(new NewPasswordPage(
                        frames.of(visit, t.say(kind.words() + ".title")),
                        kind.path(),
                        t.say(kind.words() + ".words"),
                        flaw))
                .build();
    }

    private Response ended(Kind kind, Visit visit) {
        var t = visit.texts();
        var frame = frames.of(visit, t.say("link.ended.title"));
        return Response.status(Response.Status.GONE)
                .entity(new NoticePage(frame, t.say(kind.words() + ".ended"), kind.onward(), t.say(kind.onwardTitle())))
                .build();
    }
}
