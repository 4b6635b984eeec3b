package io.greenpark.alerts.contact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that speaks RFC 5321 and refuses what it is told to refuse, with its words, at the step it is told to. */
final class PickySmtpServer implements AutoCloseable {
    /** What it answers at a step, {@code RCPT li@e.example}, {@code MAIL} or {@code DATA}. */
    final Map<String, String> answers = new ConcurrentHashMap<>();

    /** What it took: recipients with the mails they got. */
    final List<String> taken = new CopyOnWriteArrayList<>();

    private final ServerSocket socket;

    PickySmtpServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::listen);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "picky-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                daemon(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = client.getOutputStream();
            say(out, "220 picky");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String word = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                switch (word) {
                    case "MAIL" -> say(out, answers.getOrDefault("MAIL", "250 ok"));
                    case "RCPT" -> {
                        to = line.replaceFirst(".*<(.*)>.*", "$1");
                        say(out, answers.getOrDefault("RCPT " + to, "250 ok"));
                    }
                    case "DATA" -> data(in, out, to);
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // The client went away: nothing more to say.
            return;
        }
    }

    private void data(BufferedReader in, OutputStream out, String to) throws IOException {
        say(out, "354 go on");
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        String answer = answers.getOrDefault("DATA", "250 taken");
        if (answer.startsWith("250")) {
            taken.add(to + "\n" + text);
        }
        say(out, answer);
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
