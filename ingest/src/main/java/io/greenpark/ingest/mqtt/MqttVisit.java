package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.admission.PeerNetwork;

/** One socket, from its acceptance to its end. */
final class MqttVisit {
    /** A handshake of TLS takes three turns of ours at most; who asks for more, as by renegotiating, is not kept. */
    static final int MOST_TURNS = 8;

    /** What becomes of a socket. Called by any thread, and returns at once. */
    interface Socket {
        /** There is a place: let it in. */
        void enter(MqttVisit visit);

        /** There is no place for anyone: it waits, and nobody else is accepted until it is told more. */
        void hold(MqttVisit visit);

        /** It was held, and waits for one of its own address now: others may be accepted. */
        void waits(MqttVisit visit);

        /** It is closed before it has entered. */
        void refuse(MqttVisit visit);

        /** It is closed after it has entered, unless it has signed in since. */
        void cut(MqttVisit visit);
    }

    /** Where it stands with the {@link MqttVisitors}, who guard this with their lock. */
    enum Standing {
        ARRIVED,
        /** Accepted, and nothing is read of it yet. */
        WAITS,
        STRANGER,
        SIGNED_IN,
        /** It has to go, or is gone. */
        LEFT
    }

    private final String address;
    private final String network;
    private final Socket socket;
    private Standing standing = Standing.ARRIVED;

    // On its event loop.
    private int turns;
    private boolean ourTurn;
    private long waitedNanos;
    private boolean toldSilent;
    private boolean signedIn;

    MqttVisit(String address, Socket socket) {
        this.address = address;
        this.network = PeerNetwork.of(address);
        this.socket = socket;
    }

    String address() {
        return address;
    }

    /** What it counts for. */
    String network() {
        return network;
    }

    void enter() {
        socket.enter(this);
    }

    void hold() {
        socket.hold(this);
    }

    void waits() {
        socket.waits(this);
    }

    void refuse() {
        socket.refuse(this);
    }

    void cut() {
        socket.cut(this);
    }

    Standing standing() {
        return standing;
    }

    void standing(Standing next) {
        standing = next;
    }

    /** It has asked for a step of its handshake; false if it has asked too often. */
    boolean startOurTurn() {
        ourTurn = true;
        return ++turns <= MOST_TURNS;
    }

    /** The number of the turn that began last. */
    int turn() {
        return turns;
    }

    /** Ends that turn, unless what was read at its end has begun another already. */
    void endOurTurn(int turn) {
        if (turn == turns) {
            ourTurn = false;
        }
    }

    boolean isOurTurn() {
        return ourTurn;
    }

    /** Notes that it has sent nothing for a while; false if it has, or if that was noted before. */
    boolean fallSilent() {
        boolean news = turns == 0 && !toldSilent;
        toldSilent = true;
        return news;
    }

    boolean hasSignedIn() {
        return signedIn;
    }

    void signIn() {
        signedIn = true;
    }

    /** It was listened to for so long; returns how long it has been its turn in all. */
    long waited(long nanos) {
        if (!ourTurn) {
            waitedNanos += nanos;
        }
        return waitedNanos;
    }
}
