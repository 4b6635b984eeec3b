package io.greenpark.dashboards.door;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One connection of the HTTP port: what it does, and until when it may. The gate guards it with its lock. */
final class GuardedConnection {
    /** What is waited for. */
    enum Stage {
        /** The head of a request: the client's turn. */
        HEAD,
        /** The rest of a request: the client's turn. */
        BODY,
        /** The answer: the server's turn. */
        ANSWER,
        /** That the client takes the answer in. */
        TAKING
    }

    /** So many requests may wait for those before them; who sends more gets the connection ended. */
    static final int MOST_AHEAD = 100;

    final Channel channel;
    final String key;
    final InetAddress address;

    private final Deque<HeadFault> verdicts = new ArrayDeque<>();
    private boolean headOpen;
    private boolean bodyOpen;
    private int answersOwed;
    private int answersUntaken;
    private Stage stage = Stage.HEAD;
    private long deadlineNanos;
    private boolean ending;
    private boolean leaves;
    /** Requests begun so far, and when it was told to make room. */
    private int begun;

    private int begunBefore;

    GuardedConnection(Channel channel, String key, InetAddress address) {
        this.channel = channel;
        this.key = key;
        this.address = address;
    }

    void opened(long nowNanos, long headNanos) {
        deadlineNanos = nowNanos + headNanos;
    }

    /** Enters the stage that follows from what was seen; a request that has not begun may be waited for longer. */
    void enter(long nowNanos, long headNanos, long idleNanos, long bodyNanos) {
        Stage next = next();
        if (next != stage) {
            stage = next;
            deadlineNanos = nowNanos + (next != Stage.HEAD ? bodyNanos : headOpen ? headNanos : idleNanos);
        }
    }

    private Stage next() {
        if (bodyOpen) {
            return Stage.BODY;
        }
        if (answersOwed > 0) {
            return Stage.ANSWER;
        }
        return answersUntaken > 0 ? Stage.TAKING : Stage.HEAD;
    }

    void headBegun(long nowNanos, long headNanos) {
        headOpen = true;
        if (stage == Stage.HEAD) {
            deadlineNanos = Math.min(deadlineNanos, nowNanos + headNanos);
        }
    }

    void requestBegun() {
        bodyOpen = true;
        answersOwed++;
        begun++;
    }

    void requestEnded() {
        bodyOpen = false;
    }

    void answerWritten() {
        answersOwed--;
        answersUntaken++;
    }

    void answerTaken() {
        answersUntaken--;
    }

    Stage stage() {
        return stage;
    }

    /** Whether it is the client's turn, and has been for too long. */
    boolean late(long nowNanos) {
        return stage != Stage.ANSWER && nowNanos - deadlineNanos > 0;
    }

    /** Notes what is wrong with the head of the next request, which is complete; returns what was noted. */
    HeadFault judged(HeadFault fault) {
        headOpen = false;
        HeadFault verdict = verdicts.size() < MOST_AHEAD ? fault : HeadFault.TOO_FAR_AHEAD;
        verdicts.add(verdict);
        return verdict;
    }

    /** What is wrong with the head of the request that comes up for its answer; null if it was not judged. */
    @Nullable
    HeadFault verdict() {
        return verdicts.poll();
    }

    /** Whether it is to make room for another, unless it has asked something meanwhile. */
    boolean leaves() {
        return leaves;
    }

    void leaves(boolean now) {
        leaves = now;
        begunBefore = begun;
    }

    /** Whether it has asked something since it was told to make room, answered or not, or is owed an answer. */
    boolean hasAsked() {
        return begun != begunBefore || stage == Stage.ANSWER;
    }

    /** No further request is answered. */
    void endAfterThis() {
        ending = true;
    }

    boolean ends() {
        return ending;
    }
}
