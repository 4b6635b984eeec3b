package io.greenpark.deploy.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.greenpark.dashboards.source.Inbox;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** The mail server of the demo: accepts every mail on a loopback port and keeps it for the console's inbox. */
public final class DemoMailbox implements Inbox, AutoCloseable {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public DemoMailbox() {
        server.start();
    }

    /** The port that mails are sent to. */
    public int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public List<Mail> newest(int max) {
        MimeMessage[] received = server.getReceivedMessages();
        List<Mail> mails = new ArrayList<>();
        for (int i = received.length - 1; i >= 0 && mails.size() < max; i--) {
            mails.add(read(i, received[i]));
        }
        return mails;
    }

    private static Mail read(int number, MimeMessage message) {
        try {
            Date sent = message.getSentDate();
            String id = message.getMessageID();
            return new Mail(
                    id == null ? String.valueOf(number) : id,
                    address(message.getFrom()),
                    address(message.getRecipients(RecipientType.TO)),
                    message.getSubject(),
                    sent == null ? Instant.EPOCH : sent.toInstant(),
                    String.valueOf(message.getContent()).strip());
        } catch (MessagingException e) {
            throw new IllegalStateException("demo mailbox: mail " + number + " cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(jakarta.mail.Address[] addresses) {
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
