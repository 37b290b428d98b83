package io.jari.listen;

import io.jari.http.Problem;
import io.jari.http.Unreadable;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Sees to it that requests of one connection arrive in time, however steadily they trickle: a connection that nobody waits at for an
 * answer begins a request within its time or ends, and so does a body that is not whole in time. A body's time grows with what has come of
 * it, so that a large one over a slow line arrives.
 *
 * <p>It stands behind the decoder, on the connection's event loop, and costs a request some nanoseconds: it looks again only when the time
 * last known would be over.
 */
final class Pace extends ChannelDuplexHandler {
    /** Slower than this a body does not get more time. */
    private static final long LEAST_BYTES_PER_SECOND = 10_000;

    private static final int INFORMATIONAL = 200;

    private final long headNanos;
    private final long bodyNanos;
    private final LongSupplier clock;
    private long since;
    private int unanswered;
    private boolean bodyOpen;
    private boolean answerBegun;
    private long bodyBytes;

    Pace(Duration head, Duration body) {
        this(head, body, System::nanoTime);
    }

    Pace(Duration head, Duration body, LongSupplier clock) {
        this.clock = clock;
        this.since = clock.getAsLong();
        this.headNanos = head.toNanos();
        this.bodyNanos = body.toNanos();
    }

    /** How long nothing has been asked here, in nanoseconds; below 0 while something is. Other threads may read it a little late. */
    long waitingNanos() {
        return unanswered > 0 || bodyOpen ? -1 : clock.getAsLong() - since;
    }

    /** How many requests have come whose answer is not complete; on the event loop. */
    int unanswered() {
        return unanswered;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        lookAgain(context, Math.min(headNanos, bodyNanos));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            bodyOpen = true;
            bodyBytes = 0;
            answerBegun = false;
            unanswered++;
            since = clock.getAsLong();
        }
        if (message instanceof HttpContent content) {
            var breaksOff = content.decoderResult().isFailure() && !(message instanceof HttpRequest);
            if (breaksOff && mayBeAnswered()) {
                content.release();
                refuse(context, HttpResponseStatus.BAD_REQUEST);
                return;
            }
            bodyBytes += content.content().readableBytes();
            bodyOpen = !(message instanceof LastHttpContent);
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse response && response.status().code() < INFORMATIONAL) {
            super.write(context, message, promise);
            return;
        }
        if (message instanceof HttpResponse) {
            answerBegun = true;
        }
        if (message instanceof LastHttpContent) {
            unanswered = Math.max(0, unanswered - 1);
            since = bodyOpen ? since : clock.getAsLong();
        }
        super.write(context, message, promise);
    }

    private void lookAgain(ChannelHandlerContext context, long nanos) {
        var _ = context.executor().schedule(() -> look(context), Math.max(nanos, 1), TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        if (!context.channel().isOpen() || context.isRemoved()) {
            return;
        }
        var left = leftNanos();
        if (left > 0) {
            lookAgain(context, left);
        } else if (mayBeAnswered()) {
            refuse(context, HttpResponseStatus.REQUEST_TIMEOUT);
        } else {
            var _ = context.close();
        }
    }

    /** Until the connection is to be looked at again; 0 or less where its time is over. */
    private long leftNanos() {
        var passed = clock.getAsLong() - since;
        if (bodyOpen) {
            return bodyNanos + TimeUnit.SECONDS.toNanos(bodyBytes / LEAST_BYTES_PER_SECOND) - passed;
        }
        return unanswered > 0 ? Math.min(headNanos, bodyNanos) : headNanos - passed;
    }

    /** In the middle of a body: nobody else has begun to, and no earlier request waits. */
    private boolean mayBeAnswered() {
        return bodyOpen && !answerBegun && unanswered == 1;
    }

    private static void refuse(ChannelHandlerContext context, HttpResponseStatus status) {
        var body = Unpooled.copiedBuffer(Unreadable.problem(status.code()), StandardCharsets.UTF_8);
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        answer.headers()
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        var _ = context.writeAndFlush(answer).addListener(_ -> {
            var _ = context.close();
        });
    }
}
