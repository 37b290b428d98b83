package io.jari.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** On a clock that the test moves. */
class PaceTest {
    private long nanos;
    private final EmbeddedChannel channel =
            new EmbeddedChannel(new Pace(Duration.ofSeconds(60), Duration.ofSeconds(30), () -> nanos));

    private void pass(long seconds) {
        pass(channel, seconds);
    }

    private void pass(EmbeddedChannel on, long seconds) {
        for (var i = 0; i < seconds; i++) {
            nanos += TimeUnit.SECONDS.toNanos(1);
            on.advanceTimeBy(1, TimeUnit.SECONDS);
            on.runScheduledPendingTasks();
        }
    }

    private void head() {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
    }

    private void body(int bytes) {
        channel.writeInbound(new DefaultHttpContent(Unpooled.buffer(bytes).writeZero(bytes)));
    }

    private void end() {
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void answer() {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    }

    @Test
    void whoNeverAsksIsSentAway() {
        pass(59);
        assertThat(channel.isOpen()).isTrue();
        pass(2);
        assertThat(channel.isOpen()).isFalse();
    }

    /** The twin: nothing else ends it. */
    @Test
    void withoutAPaceNobodyIs() {
        var other = new EmbeddedChannel(new ChannelDuplexHandler());
        pass(other, 10_000);
        assertThat(other.isOpen()).isTrue();
    }

    @Test
    void aBodyThatTricklesForEverEnds() {
        head();
        for (var i = 0; i < 29; i++) {
            body(1);
            pass(1);
        }
        assertThat(channel.isOpen()).isTrue();
        body(1);
        pass(2);
        assertThat(channel.isOpen()).isFalse();
        FullHttpResponse told = channel.readOutbound();
        assertThat(told.status()).isEqualTo(HttpResponseStatus.REQUEST_TIMEOUT);
        assertThat(told.headers().get("Connection")).isEqualTo("close");
    }

    @Test
    void aLargeBodyOverASlowLineArrives() {
        head();
        for (var i = 0; i < 300; i++) {
            body(12_000);
            pass(1);
        }
        end();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void anAnswerMayTakeItsTime() {
        head();
        end();
        pass(600);
        assertThat(channel.isOpen()).isTrue();
        answer();
        pass(59);
        assertThat(channel.isOpen()).as("kept for the next request").isTrue();
        pass(2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void eachRequestHasItsTime() {
        for (var i = 0; i < 20; i++) {
            head();
            body(10);
            end();
            pass(20);
            answer();
            pass(20);
        }
        assertThat(channel.isOpen()).isTrue();
    }

    /** To be told to go on is no answer. */
    @Test
    void goingOnIsNoAnswer() {
        head();
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        pass(31);
        assertThat(channel.isOpen()).isFalse();
    }

    /** It is told by whoever knows what is wrong with it. */
    @Test
    void whatIsNoRequestAtAllIsHandedOn() {
        var none = new DefaultFullHttpRequest(HttpVersion.HTTP_1_0, HttpMethod.GET, "/bad-request");
        none.setDecoderResult(DecoderResult.failure(new TooLongHttpLineException()));
        channel.writeInbound(none);
        assertThat(channel.<FullHttpRequest>readInbound()).isSameAs(none);
        assertThat(channel.<Object>readOutbound()).isNull();
    }

    @Test
    void aBodyThatBreaksOffIsToldSo() {
        head();
        var broken = new DefaultLastHttpContent();
        broken.setDecoderResult(DecoderResult.failure(new NumberFormatException()));
        channel.writeInbound(broken);
        FullHttpResponse told = channel.readOutbound();
        assertThat(told.status()).isEqualTo(HttpResponseStatus.BAD_REQUEST);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void onlyWhoWaitsForNothingIsIdle() {
        var pace = channel.pipeline().get(Pace.class);
        pass(5);
        assertThat(pace.waitingNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(5));
        head();
        assertThat(pace.waitingNanos()).isNegative();
        end();
        assertThat(pace.waitingNanos()).isNegative();
        answer();
        assertThat(pace.waitingNanos()).isZero();
    }
}
