package io.jari.listen;

import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * All connections of a listener, of which there are never more than so many: each takes a file descriptor and some memory. Where one more
 * comes, one ends at which nobody waits for an answer, as a rule one of those that have been idle longest; where there is none such, the
 * new one ends. So whoever opens thousands and says nothing keeps nobody out.
 */
final class Connections {
    private static final int SAMPLE = 16;

    private static final class Open {
        private final Channel channel;
        /** Null where requests are no matter of the connection, as in HTTP/2. */
        private final @Nullable Pace pace;

        private int place = -1;

        Open(Channel channel, @Nullable Pace pace) {
            this.channel = channel;
            this.pace = pace;
        }

        long waitingNanos() {
            return pace == null ? -1 : pace.waitingNanos();
        }
    }

    private final int most;
    private final List<Open> all = new ArrayList<>();

    Connections(int most) {
        this.most = most;
    }

    /** False when there is no place for it. */
    boolean admit(Channel channel, @Nullable Pace pace) {
        var open = new Open(channel, pace);
        @Nullable Open idle;
        synchronized (this) {
            idle = all.size() < most ? null : longestIdle();
            if (all.size() >= most && idle == null) {
                return false;
            }
            if (idle != null) {
                remove(idle);
            }
            open.place = all.size();
            all.add(open);
        }
        if (idle != null) {
            var _ = idle.channel.close();
        }
        var _ = channel.closeFuture().addListener(_ -> left(open));
        return true;
    }

    synchronized int number() {
        return all.size();
    }

    private synchronized void left(Open open) {
        remove(open);
    }

    /** The last takes its place. */
    private void remove(Open open) {
        if (open.place >= 0) {
            var last = all.removeLast();
            if (last != open) {
                all.set(open.place, last);
                last.place = open.place;
            }
            open.place = -1;
        }
    }

    private @Nullable Open longestIdle() {
        @Nullable Open found = null;
        var random = ThreadLocalRandom.current();
        for (var i = 0; i < SAMPLE; i++) {
            var one = all.get(random.nextInt(all.size()));
            if (one.waitingNanos() >= 0 && (found == null || one.waitingNanos() > found.waitingNanos())) {
                found = one;
            }
        }
        return found;
    }
}
