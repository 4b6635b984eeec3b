package io.greenpark.dashboards.auth;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Sign-ins that wait for a core to compute a hash on: one of each sender at a time, in turns, browsers that have signed in before
 * first. Where too many wait, those of the site that has most are turned away. On the event loop.
 */
final class SignInQueue {
    private final int atATime;
    private final int mostWaiting;
    /** By sender; whose turn is next comes first. */
    private final Map<String, Deque<Turn>> known = new LinkedHashMap<>();

    private final Map<String, Deque<Turn>> strangers = new LinkedHashMap<>();
    private final Map<String, Integer> perSite = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private int strangersWaiting;

    private record Turn(Sender sender, Promise<Boolean> come) {}

    SignInQueue(int atATime, int mostWaiting) {
        this.atATime = atATime;
        this.mostWaiting = mostWaiting;
    }

    /** Completes with true when it is a sender's turn, who then is to {@link #leave}; with false if there is no room. */
    Future<Boolean> enter(Sender sender) {
        Turn turn = new Turn(sender, Promise.promise());
        if (sender.known()) {
            known.computeIfAbsent(sender.key(), key -> new ArrayDeque<>()).add(turn);
        } else if (strangersWaiting < mostWaiting || makeRoom(sender.site())) {
            strangers.computeIfAbsent(sender.key(), key -> new ArrayDeque<>()).add(turn);
            perSite.merge(sender.site(), 1, Integer::sum);
            strangersWaiting++;
        } else {
            return Future.succeededFuture(false);
        }
        startNext();
        return turn.come.future();
    }

    void leave(Sender sender) {
        busy.remove(sender.key());
        startNext();
    }

    private void startNext() {
        while (busy.size() < atATime && (startOne(known) || startOne(strangers))) {
            // The next.
        }
    }

    private boolean startOne(Map<String, Deque<Turn>> waiting) {
        for (String key : waiting.keySet()) {
            if (!busy.contains(key)) {
                Deque<Turn> turns = waiting.remove(key);
                Turn turn = turns.remove();
                if (!turns.isEmpty()) {
                    waiting.put(key, turns);
                }
                waitsNoLonger(turn);
                busy.add(key);
                turn.come.complete(true);
                return true;
            }
        }
        return false;
    }

    private void waitsNoLonger(Turn turn) {
        if (!turn.sender.known()) {
            strangersWaiting--;
            perSite.computeIfPresent(turn.sender.site(), (site, n) -> n > 1 ? n - 1 : null);
        }
    }

    /** Turns one away of the site with most, if that has more than this one would have. */
    private boolean makeRoom(String forSite) {
        Map.Entry<String, Integer> most =
                perSite.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        if (most.getValue() <= perSite.getOrDefault(forSite, 0) + 1) {
            return false;
        }
        for (Iterator<Deque<Turn>> senders = strangers.values().iterator(); senders.hasNext(); ) {
            Deque<Turn> turns = senders.next();
            if (turns.element().sender.site().equals(most.getKey())) {
                Turn last = turns.removeLast();
                if (turns.isEmpty()) {
                    senders.remove();
                }
                waitsNoLonger(last);
                last.come.complete(false);
                return true;
            }
        }
        throw new IllegalStateException("nobody waits of the site with most");
    }
}
