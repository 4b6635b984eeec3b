package io.greenpark.deploy.demo;

import io.greenpark.dashboards.source.Inbox;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** The mail server of the demo: accepts mails on a loopback port and keeps the newest for the console's inbox. */
public final class DemoMailbox implements Inbox, AutoCloseable {
    /** As many as anybody looks through; the demo may run for days. */
    private static final int MOST_KEPT = 1_000;

    private static final int MESSAGE_REFUSED = 554;

    private final Session session = Session.getInstance(new Properties());
    private final Deque<Mail> newestFirst = new ArrayDeque<>();
    private final SMTPServer server;
    private long received;

    public DemoMailbox() {
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler(this::keep)
                .build();
        server.start();
    }

    /** The port that mails are sent to. */
    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public synchronized List<Mail> newest(int max) {
        return newestFirst.stream().limit(max).toList();
    }

    private synchronized void keep(MessageContext context, String from, String to, byte[] data) throws RejectException {
        try {
            newestFirst.addFirst(read(++received, new MimeMessage(session, new ByteArrayInputStream(data))));
        } catch (MessagingException | IOException e) {
            throw new RejectException(MESSAGE_REFUSED, "the mail cannot be read: " + e.getMessage());
        }
        if (newestFirst.size() > MOST_KEPT) {
            newestFirst.removeLast();
        }
    }

    private static Mail read(long number, MimeMessage message) throws MessagingException, IOException {
        Date sent = message.getSentDate();
        String id = message.getMessageID();
        return new Mail(
                id == null ? String.valueOf(number) : id,
                address(message.getFrom()),
                address(message.getRecipients(RecipientType.TO)),
                message.getSubject(),
                sent == null ? Instant.EPOCH : sent.toInstant(),
                text(message).strip());
    }

    /** Of a mail in several forms the one that is text. */
    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                if (parts.getBodyPart(i).isMimeType("text/plain")) {
                    return text(parts.getBodyPart(i));
                }
            }
        }
        return String.valueOf(part.getContent());
    }

    private static String address(Address[] addresses) {
        if (addresses == null || addresses.length == 0) {
            return "";
        }
        return addresses[0] instanceof InternetAddress internet ? internet.getAddress() : addresses[0].toString();
    }

    @Override
    public void close() {
        server.stop();
    }
}
