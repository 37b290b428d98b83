package io.jari.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import org.jboss.logging.Logger;

/** Problems for what no endpoint was asked: unknown addresses, and failures before or after the endpoints. */
@Singleton
public final class ProblemRoutes {
    private static final Logger LOG = Logger.getLogger(ProblemRoutes.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int[] STATUSES = {400, 404, 405, 406, 413, 414, 415, 431, 500, 503};

    void register(@Observes Router router) {
        for (var status : STATUSES) {
            router.errorHandler(status, context -> answer(context, CommonProblems.of(status)));
        }
        router.route().order(-1_000_000).failureHandler(ProblemRoutes::fail);
    }

    private static void fail(RoutingContext context) {
        var status = context.statusCode() < 400 ? 500 : context.statusCode();
        if (context.response().ended()) {
            return; // the caller already has an answer, such as 413 in the middle of a body
        }
        if (status >= 500) {
            LOG.errorf(
                    context.failure(),
                    "%s %s failed",
                    context.request().method(),
                    context.request().path());
        }
        answer(context, CommonProblems.of(status));
    }

    /** Answers with the problem that any endpoint may have with this status. */
    public static void answer(RoutingContext context, int status) {
        answer(context, CommonProblems.of(status));
    }

    public static void answer(RoutingContext context, Problem.Draft draft) {
        answer(context, draft.exception());
    }

    public static void answer(RoutingContext context, Problem problem) {
        answer(context.response(), problem, RequestId.instance(context));
    }

    static void answer(HttpServerResponse response, Problem problem, String instance) {
        if (response.ended() || response.headWritten()) {
            return;
        }
        problem.getResponse().getStringHeaders().forEach((name, values) -> response.putHeader(name, values));
        response.setStatusCode(problem.getResponse().getStatus()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        response.end(json(problem, instance));
    }

    static String json(Problem problem, String instance) {
        var members = new LinkedHashMap<>(problem.members());
        members.put("instance", instance);
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }
}
