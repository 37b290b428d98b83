package io.jari.page;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;

/** Problems as pages: what happened, in the visitor's language, and where to go on. */
@Singleton
public class ProblemPages {
    private static final String TYPE = "urn:jari:problem:";
    private final Frames frames;

    ProblemPages(Frames frames) {
        this.frames = frames;
    }

    public String page(Visit visit, int status, Map<?, ?> members) {
        var t = visit.texts();
        var type = Objects.toString(members.get("type"), "");
        return new ProblemPage(
                        frames.of(visit, t.say("problem.title")),
                        status,
                        words(t, type, status),
                        Objects.toString(members.get("instance"), ""))
                .render();
    }

    /** The name of an answer's problem; empty when it is none. */
    public static String type(Response answer) {
        return answer.getEntity() instanceof Map<?, ?> members
                ? Objects.toString(members.get("type"), "").replace(TYPE, "")
                : "";
    }

    /** By type, else by status, else in general. */
    public static String words(Texts t, String type, int status) {
        var byType = "problem." + type.replace(TYPE, "");
        var byStatus = "problem." + status;
        return t.say(
                t.has(byType) ? byType : t.has(byStatus) ? byStatus : status < 500 ? "problem.400" : "problem.500");
    }
}
