package io.greenpark.lab.chaos.environment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server (RFC 5321, as much as a client needs) that reports the message id of every mail it has accepted. A client that
 * is killed in the middle is nothing to it.
 */
public final class MailSink implements AutoCloseable {
    /** What it does with a mail once it has it. */
    public enum Answer {
        TAKES,
        /** It says that it is busy. */
        IS_BUSY,
        /** It never answers. */
        HANGS,
        /** It closes the connection without having taken it. */
        CLOSES,
        /** It has taken it, and its answer is lost. */
        TAKES_AND_CLOSES
    }

    private static final Pattern MESSAGE_ID = Pattern.compile("(?i)message-id:\\s*<?([^@>\\s]+).*");

    private final ServerSocket listener;
    private final Consumer<String> received;
    private final Function<String, Answer> answers;

    private MailSink(ServerSocket listener, Consumer<String> received, Function<String, Answer> answers) {
        this.listener = listener;
        this.received = received;
        this.answers = answers;
    }

    /** One that takes every mail. */
    static MailSink open(Consumer<String> received) throws IOException {
        return open(received, id -> Answer.TAKES);
    }

    /** @param answers what it does with a mail of an id */
    public static MailSink open(Consumer<String> received, Function<String, Answer> answers) throws IOException {
        MailSink sink = new MailSink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), received, answers);
        daemon(sink::accept);
        return sink;
    }

    public int port() {
        return listener.getLocalPort();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "mail-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                daemon(() -> serve(socket));
            } catch (IOException e) {
                // The listener was closed.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = socket.getOutputStream();
            say(out, "220 chaos.example");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
                if (verb.equals("DATA")) {
                    say(out, "354 go on");
                    if (!answered(mail(in), out)) {
                        return;
                    }
                } else if (verb.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, verb.equals("EHLO") ? "250-chaos.example\r\n250 8BITMIME" : "250 ok");
                }
            }
        } catch (IOException e) {
            // The client is gone; a mail it had not ended was not taken.
        }
    }

    /** Whether the connection goes on. */
    private boolean answered(String id, OutputStream out) throws IOException {
        Answer answer = answers.apply(id);
        if (answer == Answer.TAKES || answer == Answer.TAKES_AND_CLOSES) {
            received.accept(id);
        }
        switch (answer) {
            case TAKES -> say(out, "250 taken");
            case IS_BUSY -> say(out, "451 later");
            case HANGS -> {
                // The other side gives up.
            }
            case CLOSES, TAKES_AND_CLOSES -> {
                return false;
            }
        }
        return true;
    }

    /** Reads a mail to its end and returns its id, empty if it has none. */
    private static String mail(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return id;
            }
            Matcher header = MESSAGE_ID.matcher(line);
            if (id.isEmpty() && header.matches()) {
                id = header.group(1);
            }
        }
        throw new IOException("the mail has no end");
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
