package io.jari.listen;

import io.jari.http.Problem;
import io.jari.limit.Admission;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpMethod;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Says no where {@link Admission} would, before anything is made of a request: when ten times as many come as can be served, refusing is
 * most of the work. It takes the plain case alone, one request at a time in HTTP/1.1 with a small body, and leaves all else to be refused in
 * full.
 */
final class Gate extends ChannelInboundHandlerAdapter {
    private static final long SMALL = 16_384;
    private static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");
    private static final AsciiString PROBLEM = AsciiString.cached(Problem.MEDIA_TYPE);
    private static final AsciiString NO_STORE = AsciiString.cached("no-store");
    private static final AsciiString NO_SNIFF = AsciiString.cached("x-content-type-options");
    private static final AsciiString NOSNIFF = AsciiString.cached("nosniff");
    /** What {@link Admission#refusal} says. */
    private static final AsciiString TOLD = AsciiString.cached("""
            {"type":"urn:jari:problem:overloaded","title":"Overloaded","status":503,\
            "detail":"Nothing was done. Try again in a moment.","instance":"urn:jari:request:""");

    private static final AsciiString END = AsciiString.cached("\"}");

    private final Admission admission;
    private final Pace pace;
    private @Nullable String peer;
    private boolean refused;

    Gate(Admission admission, Pace pace) {
        this.admission = admission;
        this.pace = pace;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request) {
            refused = admission.busy() && pace.unanswered() == 1 && isPlain(request) && turnsAway(context, request);
            if (refused) {
                refuse(context);
            }
        }
        if (!refused) {
            super.channelRead(context, message);
            return;
        }
        ReferenceCountUtil.release(message);
        refused = !(message instanceof LastHttpContent);
    }

    /** People who read pages are told in full, as are those who name their requests or do not know what comes of it. */
    private static boolean isPlain(HttpRequest request) {
        var headers = request.headers();
        @Nullable String accept = headers.get(HttpHeaderNames.ACCEPT);
        return request.decoderResult().isSuccess()
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && !request.method().equals(io.netty.handler.codec.http.HttpMethod.HEAD)
                && HttpUtil.isKeepAlive(request)
                && HttpUtil.getContentLength(request, 0L) <= SMALL
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaderNames.EXPECT)
                && !headers.contains(REQUEST_ID)
                && (accept == null || !accept.contains("text/html"));
    }

    private boolean turnsAway(ChannelHandlerContext context, HttpRequest request) {
        var uri = request.uri();
        var query = uri.indexOf('?');
        return admission.turnsAway(
                HttpMethod.valueOf(request.method().name()),
                query < 0 ? uri : uri.substring(0, query),
                request.headers()::get,
                peer(context));
    }

    private String peer(ChannelHandlerContext context) {
        var known = peer;
        if (known == null) {
            known = context.channel().remoteAddress() instanceof InetSocketAddress address
                    ? address.getAddress().getHostAddress()
                    : "";
            peer = known;
        }
        return known;
    }

    private static void refuse(ChannelHandlerContext context) {
        var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        var seconds = Admission.secondsToWait();
        ByteBuf body = context.alloc().ioBuffer(TOLD.length() + id.length() + END.length());
        ByteBufUtil.writeAscii(body, TOLD);
        ByteBufUtil.writeAscii(body, id);
        ByteBufUtil.writeAscii(body, END);
        var headers =
                DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
        headers.set(HttpHeaderNames.CONTENT_TYPE, PROBLEM)
                .set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.readableBytes()))
                .set(HttpHeaderNames.RETRY_AFTER, Integer.toString(seconds))
                .set(HttpHeaderNames.CACHE_CONTROL, NO_STORE)
                .set(NO_SNIFF, NOSNIFF)
                .set(REQUEST_ID, id);
        var _ = context.writeAndFlush(
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.SERVICE_UNAVAILABLE,
                        body,
                        headers,
                        EmptyHttpHeaders.INSTANCE),
                context.voidPromise());
    }
}
