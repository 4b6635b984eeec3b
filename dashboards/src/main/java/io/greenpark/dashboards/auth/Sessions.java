package io.greenpark.dashboards.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sessions as signed cookies. The key they are signed with follows from the password, so another password ends them all. Only the
 * ids of sessions ended early are stored, and those only until they would have expired. Any thread may call.
 */
final class Sessions {
    private final SignedText cookies;
    private final EndedSessions ended;
    private final Clock clock;
    private final Map<String, Long> endedUntilMs;

    /** May block: reads which sessions have been ended. */
    Sessions(byte[] key, Duration lifetime, EndedSessions ended, Clock clock) {
        this.cookies = new SignedText(key, "session", lifetime, clock);
        this.ended = ended;
        this.clock = clock;
        this.endedUntilMs = new ConcurrentHashMap<>(ended.read());
    }

    Duration lifetime() {
        return cookies.lifetime();
    }

    /** The cookie value of a new session. */
    String open(String userName) {
        return cookies.write(userName);
    }

    /** The user of a session cookie; null if it is forged, expired or ended. */
    @Nullable
    String userOf(String cookie) {
        SignedText.Content session = cookies.read(cookie);
        return session == null || endedUntilMs.containsKey(session.id()) ? null : session.user();
    }

    /** Ends a session early and for good; an invalid cookie is ignored. May block; ended here even if it throws. */
    void end(String cookie) {
        SignedText.Content session = cookies.read(cookie);
        if (session != null) {
            endedUntilMs.put(session.id(), session.untilMs());
            ended.add(session.id(), session.untilMs());
        }
        long now = clock.millis();
        endedUntilMs.values().removeIf(until -> until <= now);
    }
}
