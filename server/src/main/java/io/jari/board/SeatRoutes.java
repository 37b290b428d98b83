package io.jari.board;

import io.jari.http.Intake;
import io.jari.http.Problem;
import io.jari.http.ProblemRoutes;
import io.jari.limit.Limits;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The seats of a date, sent from memory on the event loop: in a rush nothing is asked for so often. */
@Singleton
public final class SeatRoutes {
    /** Before all filters: what is answered here at once costs little more than the bytes. */
    private static final int FIRST = -2_000_000;

    private static final int AFTER_FILTERS = 500;
    private static final String REQUEST_ID = "X-Request-Id";
    private final SeatBoards boards;
    private final SeatEvents events;
    private final Intake intake;
    private final Limits limits;

    @Inject
    SeatRoutes(SeatBoards boards, SeatEvents events, Intake intake, Limits limits) {
        this.boards = boards;
        this.events = events;
        this.intake = intake;
        this.limits = limits;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::atOnce);
        router.route().order(AFTER_FILTERS).handler(this::inFull);
    }

    /** Only what is in memory and asked without a mistake, and by nobody who named the request. */
    private void atOnce(RoutingContext context) {
        var request = context.request();
        if (request.method().equals(HttpMethod.GET) && intake.open()) {
            var path = SeatPath.of(request.path());
            if (path != null && !path.events() && request.getHeader(REQUEST_ID) == null) {
                var board = boards.peek(path.dateId());
                if (board != null && limits.mayBrowse(request) && sendAtOnce(context, path, board)) {
                    return;
                }
            }
        }
        context.next();
    }

    private static boolean sendAtOnce(RoutingContext context, SeatPath path, Board board) {
        if (board.concertId() != path.concertId()) {
            return false;
        }
        var request = context.request();
        try {
            var ask = SeatQuery.parse(request.query(), board, SeatAnswer.wantsJson(request));
            if (SeatAnswer.isKnown(request, board)) {
                SeatAnswer.notModified(request, board);
                return true;
            }
            var known = board.bodies().known(ask);
            if (known == null && !board.bodies().isQuick(ask)) {
                return false;
            }
            SeatAnswer.send(
                    request, board, ask.json(), known == null ? board.bodies().of(ask) : known);
            return true;
        } catch (Problem | IllegalArgumentException _) {
            return false; // said in full below
        }
    }

    private void inFull(RoutingContext context) {
        var path = SeatPath.of(context.request().path());
        if (path == null) {
            context.next();
        } else if (!allows(path, context.request().method())) {
            context.response().putHeader("Allow", path.events() ? "GET" : "GET, HEAD");
            ProblemRoutes.answer(context, 405);
        } else {
            withBoard(context, path, board -> {
                if (path.events()) {
                    events.begin(context, board);
                } else {
                    sendInFull(context, board);
                }
            });
        }
    }

    private static boolean allows(SeatPath path, HttpMethod method) {
        return method.equals(HttpMethod.GET) || (method.equals(HttpMethod.HEAD) && !path.events());
    }

    private void withBoard(RoutingContext context, SeatPath path, Consumer<Board> then) {
        var loop = Vertx.currentContext();
        var _ = boards.of(path.dateId())
                .whenComplete((board, error) -> loop.runOnContext(_ -> {
                    if (error != null) {
                        fail(context, error);
                    } else if (board.isEmpty() || board.get().concertId() != path.concertId()) {
                        ProblemRoutes.answer(context, Problem.notFound("date"));
                    } else {
                        orSayWhatIsWrong(context, () -> then.accept(board.get()));
                    }
                }));
    }

    private static void sendInFull(RoutingContext context, Board board) {
        var request = context.request();
        var ask = SeatQuery.parse(request.query(), board, SeatAnswer.wantsJson(request));
        if (SeatAnswer.isKnown(request, board)) {
            SeatAnswer.notModified(request, board);
        } else if (board.bodies().known(ask) != null || board.bodies().isQuick(ask)) {
            SeatAnswer.send(request, board, ask.json(), board.bodies().of(ask));
        } else {
            context.vertx()
                    .executeBlocking(() -> board.bodies().of(ask))
                    .onSuccess(body -> SeatAnswer.send(request, board, ask.json(), body))
                    .onFailure(context::fail);
        }
    }

    private static void orSayWhatIsWrong(RoutingContext context, Runnable work) {
        try {
            work.run();
        } catch (Problem problem) {
            ProblemRoutes.answer(context, problem);
        }
    }

    private static void fail(RoutingContext context, Throwable error) {
        @Nullable Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        if (cause instanceof RejectedExecutionException) {
            ProblemRoutes.answer(context, 503);
        } else {
            context.fail(503, cause);
        }
    }
}
