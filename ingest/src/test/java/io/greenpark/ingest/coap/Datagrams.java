package io.greenpark.ingest.coap;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;

/** What paths between a client and the door have in common. */
final class Datagrams {
    private static final int LARGEST = 4_096;

    private Datagrams() {}

    /** One way of a path. */
    interface Way {
        /** Takes one datagram on; fails once the path is closed. */
        void carry() throws IOException;
    }

    /** Carries datagrams on a thread of its own until the path is closed. */
    static void carry(String name, Way way) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (true) {
                            way.carry();
                        }
                    } catch (IOException e) {
                        // The path was closed.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    static DatagramPacket receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        socket.receive(packet);
        return packet;
    }
}
