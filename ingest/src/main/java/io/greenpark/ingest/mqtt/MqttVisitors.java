package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.mqtt.MqttVisit.Standing;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets that are open, and which of them may have one of the places for those that have not signed in yet: so many for
 * each address, and half of all connections for all. Where there is no place, whoever has been silent for a while makes room for the
 * next. One that has begun to shake hands is left to end it: closing it would only make it come back, and after a power
 * cut, when thousands come at once, none would ever end. So the next waits instead: unread, if only its own address has too
 * many; else not even accepted, in the kernel. Who has signed in needs no place: a plant behind one address may have thousands of
 * devices. Any thread may call.
 */
final class MqttVisitors {
    private static final Logger LOG = LoggerFactory.getLogger(MqttVisitors.class);
    private static final long WARN_EVERY_MS = Duration.ofMinutes(1).toMillis();

    /** Of so many that have been silent for longest, one of the address with most makes room. */
    private static final int CHOSEN_FROM = 32;

    /** The strangers of one address. */
    private static final class Network {
        int strangers;
        /** Of these, those that have sent nothing for a while, the longest silent first. */
        final Set<MqttVisit> silent = new LinkedHashSet<>();

        final Deque<MqttVisit> waiting = new ArrayDeque<>();
    }

    private final MqttConfig.ClientLimits limits;
    private final Clock clock;
    private final Map<String, Network> networks = new HashMap<>();
    /** Networks that some wait for. */
    private final Set<Network> crowded = new LinkedHashSet<>();
    /** The silent of all networks, in the same order. */
    private final Set<MqttVisit> silent = new LinkedHashSet<>();
    /** Those for which nobody else is accepted: one for each port, and what was on the way. */
    private final Deque<MqttVisit> held = new ArrayDeque<>();

    private int sockets;
    private int strangers;
    private int waiting;
    private long warnAgainMs;

    MqttVisitors(MqttConfig.ClientLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Sockets open, of strangers and others. */
    synchronized int sockets() {
        return sockets;
    }

    /** A socket was accepted: it enters, waits or is refused, now or later. In the end {@link #left} is called. */
    synchronized void arrive(MqttVisit visit) {
        sockets++;
        if (!place(visit)) {
            held.add(visit);
            visit.hold();
        }
    }

    /** One that is in already is counted, whether or not there is a place. */
    synchronized void letIn(MqttVisit visit) {
        sockets++;
        takePlace(visit);
    }

    /** Finds a place, or lets it wait for one of its address, or refuses it; false if nothing can be done for now. */
    private boolean place(MqttVisit visit) {
        Network network = networks.get(visit.network());
        if (network != null && network.strangers >= limits.maxStrangers()) {
            placeInCrowd(visit, network);
            return true;
        }
        if (isFull()) {
            MqttVisit leaves = longestSilent();
            if (leaves != null) {
                makeRoom(leaves, fullness());
            } else if (waiting > 0) {
                refuseOneWaiting();
            } else if (strangers > 0) {
                warn("wait to be accepted", visit, fullness());
                return false;
            } else {
                refuse(visit, fullness());
                return true;
            }
        }
        enter(visit);
        return true;
    }

    private void placeInCrowd(MqttVisit visit, Network network) {
        if (makesRoom(network)) {
            enter(visit);
        } else if (isFull()) {
            refuse(visit, crowd());
        } else {
            visit.standing(Standing.WAITS);
            network.waiting.add(visit);
            crowded.add(network);
            waiting++;
        }
    }

    private boolean isFull() {
        return strangers + waiting >= limits.mostStrangers() || sockets > limits.maxConnections();
    }

    private String fullness() {
        return strangers + waiting >= limits.mostStrangers()
                ? limits.mostStrangers() + " have not signed in, half of mqtt.maxConnections"
                : "mqtt.maxConnections = " + limits.maxConnections() + " are open";
    }

    private String crowd() {
        return limits.maxStrangers() + " of it have not signed in, see mqtt.maxStrangersPerAddress";
    }

    private @Nullable MqttVisit longestSilent() {
        return silent.stream()
                .limit(CHOSEN_FROM)
                .max(Comparator.comparingInt(v -> of(v).strangers))
                .orElse(null);
    }

    private Network of(MqttVisit visit) {
        return Objects.requireNonNull(networks.get(visit.network()), "a stranger's network is known");
    }

    private void enter(MqttVisit visit) {
        takePlace(visit);
        visit.enter();
    }

    private void takePlace(MqttVisit visit) {
        visit.standing(Standing.STRANGER);
        strangers++;
        networks.computeIfAbsent(visit.network(), key -> new Network()).strangers++;
    }

    private void makeRoom(MqttVisit visit, String why) {
        warn("are closed that have sent nothing", visit, why);
        leavePlace(visit, Standing.LEFT);
        visit.cut();
    }

    private void refuseOneWaiting() {
        Network most = crowded.stream()
                .max(Comparator.comparingInt(n -> n.waiting.size()))
                .orElseThrow();
        MqttVisit last = most.waiting.removeLast();
        waiting--;
        forgetIfEmpty(last.network(), most);
        refuse(last, crowd());
    }

    private void refuse(MqttVisit visit, String why) {
        visit.standing(Standing.LEFT);
        warn("are turned away", visit, why);
        visit.refuse();
    }

    /** It has been listened to for a while, and has sent nothing. */
    synchronized void silent(MqttVisit visit) {
        if (visit.standing() == Standing.STRANGER && silent.add(visit)) {
            of(visit).silent.add(visit);
            fillPlaces(visit.network());
        }
    }

    /** It has begun to shake hands. */
    synchronized void begun(MqttVisit visit) {
        notSilent(visit);
    }

    private void notSilent(MqttVisit visit) {
        if (silent.remove(visit)) {
            of(visit).silent.remove(visit);
        }
    }

    synchronized void signedIn(MqttVisit visit) {
        leavePlace(visit, Standing.SIGNED_IN);
        fillPlaces(visit.network());
    }

    /** Its socket is closed. */
    synchronized void left(MqttVisit visit) {
        if (visit.standing() == Standing.WAITS) {
            Network network = of(visit);
            network.waiting.remove(visit);
            waiting--;
            forgetIfEmpty(visit.network(), network);
        }
        held.remove(visit);
        leavePlace(visit, Standing.LEFT);
        sockets--;
        fillPlaces(visit.network());
    }

    private void leavePlace(MqttVisit visit, Standing next) {
        notSilent(visit);
        if (visit.standing() == Standing.STRANGER) {
            strangers--;
            of(visit).strangers--;
            forgetIfEmpty(visit.network(), of(visit));
        }
        visit.standing(next);
    }

    private void forgetIfEmpty(String key, Network network) {
        if (network.waiting.isEmpty()) {
            crowded.remove(network);
            if (network.strangers == 0) {
                networks.remove(key);
            }
        }
    }

    /** Something has changed for an address: those that wait for it come first, then those that are held. */
    private void fillPlaces(String key) {
        Network network = networks.get(key);
        while (network != null && !network.waiting.isEmpty() && hasPlace(network)) {
            MqttVisit next = network.waiting.remove();
            waiting--;
            enter(next);
            forgetIfEmpty(key, network);
        }
        MqttVisit next = held.peek();
        while (next != null && place(next)) {
            held.remove();
            if (next.standing() == Standing.WAITS) {
                next.waits();
            }
            next = held.peek();
        }
    }

    private boolean hasPlace(Network network) {
        return network.strangers < limits.maxStrangers() || makesRoom(network);
    }

    /** Whether one of an address that has as many as it may was silent, and is gone. */
    private boolean makesRoom(Network network) {
        if (network.silent.isEmpty()) {
            return false;
        }
        makeRoom(network.silent.iterator().next(), crowd());
        return true;
    }

    /** Seldom, as strangers could fill the log with it; a clock that is set back does not put it off. */
    private void warn(String what, MqttVisit visit, String why) {
        long now = clock.millis();
        if (now >= warnAgainMs || now < warnAgainMs - WARN_EVERY_MS) {
            warnAgainMs = now + WARN_EVERY_MS;
            LOG.warn("connections {}, as from {}: {}", what, visit.address(), why);
        }
    }
}
