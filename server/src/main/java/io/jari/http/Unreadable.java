package io.jari.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;

/** Answers what is no request, or asks for what is no address: the framework would do so without a word. */
public final class Unreadable {
    private Unreadable() {}

    /** Where in what came the next request begins can't be known, so this was the last of its connection. */
    public static void refuse(HttpServerRequest request) {
        request.response().putHeader("Connection", "close");
        answer(
                request,
                switch (request.decoderResult().cause()) {
                    case TooLongHttpLineException _ -> CommonProblems.of(414);
                    case TooLongHttpHeaderException _ -> CommonProblems.of(431);
                    case null, default -> CommonProblems.malformed("This is no HTTP request.");
                });
        var _ = request.connection().close();
    }

    /** Hands on what has an address. */
    public static Handler<HttpServerRequest> before(Handler<HttpServerRequest> next) {
        return request -> {
            if (isAddress(request.uri())) {
                next.handle(request);
            } else {
                answer(request, CommonProblems.malformed("The address can't be read."));
            }
        };
    }

    /** What is to be told, as JSON, where a request breaks off in the middle. */
    public static String problem(int status) {
        return ProblemRoutes.json(CommonProblems.of(status).exception(), RequestId.instance(RequestId.fresh()));
    }

    private static boolean isAddress(String uri) {
        try {
            var _ = new URI(uri);
            return true;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static void answer(HttpServerRequest request, Problem.Draft problem) {
        var id = RequestId.fresh();
        request.response().putHeader(RequestId.HEADER, id);
        ProblemRoutes.answer(request.response(), problem.exception(), RequestId.instance(id));
    }
}
