package io.greenpark.dashboards.event;

import io.vertx.core.http.HttpServerResponse;

/** One listener's stream of server-sent events. Event loop only. */
public final class EventStream {
    /** So long a browser waits before it connects again. */
    private static final int RETRY_MS = 5_000;

    private final HttpServerResponse response;
    private boolean behind;

    /** Counted by stream: of a number for all of them gaps would tell how much changes that this listener does not see. */
    private long id;

    private EventStream(HttpServerResponse response) {
        this.response = response;
    }

    /** Says what kind of answer it is. */
    public static HttpServerResponse describe(HttpServerResponse response) {
        return response.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                // Packed, an event would wait for those that come after it.
                .putHeader("Content-Encoding", "identity");
    }

    /**
     * Begins the answer.
     *
     * @param again whether the listener had been connected before: it does not know what changed meanwhile
     */
    static EventStream begin(HttpServerResponse response, boolean again) {
        describe(response).setChunked(true);
        EventStream stream = new EventStream(response);
        response.write("retry: " + RETRY_MS + "\n\n");
        if (again) {
            stream.write("reload", "{}");
        }
        return stream;
    }

    /** Sends an event, unless the reader is so slow that the last ones still wait: then it is told once to load all anew. */
    void send(String event, String data) {
        if (response.writeQueueFull()) {
            behind = true;
            return;
        }
        if (behind) {
            behind = false;
            write("reload", "{}");
        } else {
            write(event, data);
        }
    }

    private void write(String event, String data) {
        id++;
        response.write("id: " + id + "\nevent: " + event + "\ndata: " + data + "\n\n");
    }

    /** Keeps proxies and the connection from thinking that nobody is there. */
    void beat() {
        if (!response.writeQueueFull()) {
            response.write(": here\n\n");
        }
    }

    void end() {
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }
}
