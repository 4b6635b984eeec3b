package io.greenpark.alerts.bounce;

import io.greenpark.store.loop.ExpectedFailure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * A folder on an IMAP server, open. Reading changes nothing in it. Used by one thread.
 *
 * <p>Failures are {@link ExpectedFailure}s in words for the operator; they name server and folder and hold no secret.
 */
final class Mailbox implements AutoCloseable {
    /** Mails of ours are plain text: what comes back of one is small. Of larger ones only the head is read. */
    private static final int LARGEST = 1024 * 1024;

    private final BounceSettings settings;
    private final Session session;
    private final IMAPStore store;
    private final IMAPFolder folder;

    /** A mail with its place. */
    record Found(long uid, Instant received, MimeMessage mail) {}

    private Mailbox(BounceSettings settings, Session session, IMAPStore store, IMAPFolder folder) {
        this.settings = settings;
        this.session = session;
        this.store = store;
        this.folder = folder;
    }

    static Mailbox open(BounceSettings settings) {
        Session session = Session.getInstance(properties(settings));
        try {
            IMAPStore store = (IMAPStore) session.getStore("imap");
            try {
                store.connect(settings.host(), settings.port(), settings.userName(), settings.password());
                introduce(store);
                IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
                folder.open(Folder.READ_WRITE);
                return new Mailbox(settings, session, store, folder);
            } catch (MessagingException e) {
                closed(store);
                throw e;
            }
        } catch (MessagingException e) {
            throw failed(settings, e);
        }
    }

    /** Some providers (163.com) open no folder for a client that has not said who it is. */
    private static void introduce(IMAPStore store) throws MessagingException {
        if (store.hasCapability("ID")) {
            store.id(Map.of("name", "Greenpark"));
        }
    }

    private static void closed(IMAPStore store) throws MessagingException {
        if (store.isConnected()) {
            store.close();
        }
    }

    private static Properties properties(BounceSettings settings) {
        String timeout = String.valueOf(settings.timeout().toMillis());
        Properties p = new Properties();
        p.setProperty("mail.imap.connectiontimeout", timeout);
        p.setProperty("mail.imap.timeout", timeout);
        p.setProperty("mail.imap.writetimeout", timeout);
        p.setProperty("mail.imap.peek", "true");
        p.setProperty("mail.imap.ssl.enable", String.valueOf(settings.tls() == BounceSettings.Tls.TLS));
        p.setProperty("mail.imap.ssl.checkserveridentity", "true");
        boolean startTls = settings.tls() == BounceSettings.Tls.STARTTLS;
        p.setProperty("mail.imap.starttls.enable", String.valueOf(startTls));
        p.setProperty("mail.imap.starttls.required", String.valueOf(startTls));
        return p;
    }

    /** Under which uids hold. */
    long validity() {
        try {
            return folder.getUIDValidity();
        } catch (MessagingException e) {
            throw failed(settings, e);
        }
    }

    /** The uid of the newest mail; 0 where there is none. */
    long newest() {
        try {
            int count = folder.getMessageCount();
            return count == 0 ? 0 : folder.getUID(folder.getMessage(count));
        } catch (MessagingException e) {
            throw failed(settings, e);
        }
    }

    /** The oldest mails after a uid, at most {@code max}. */
    List<Found> after(long uid, int max) {
        try {
            // A range up to the last one holds the last one whatever its uid is.
            Message[] all = Arrays.stream(folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID))
                    .filter(message -> message != null && uid(message) > uid)
                    .sorted(Comparator.comparingLong(this::uid))
                    .limit(max)
                    .toArray(Message[]::new);
            FetchProfile profile = new FetchProfile();
            profile.add(FetchProfile.Item.SIZE);
            profile.add(FetchProfile.Item.ENVELOPE);
            folder.fetch(all, profile);
            List<Found> found = new ArrayList<>();
            for (Message message : all) {
                Date received = message.getReceivedDate();
                found.add(new Found(
                        uid(message), received == null ? Instant.MAX : received.toInstant(), read((MimeMessage)
                                message)));
            }
            return found;
        } catch (MessagingException | IOException e) {
            throw failed(settings, e);
        }
    }

    private long uid(Message message) {
        try {
            return folder.getUID(message);
        } catch (MessagingException e) {
            throw failed(settings, e);
        }
    }

    /** As bytes, and read here: servers that say wrongly of what parts a mail consists do no harm. */
    private MimeMessage read(MimeMessage message) throws MessagingException, IOException {
        try {
            byte[] bytes = message.getSize() <= LARGEST ? whole(message) : head(message);
            return new MimeMessage(session, new ByteArrayInputStream(bytes));
        } catch (MessageRemovedException e) {
            // Somebody took it away meanwhile.
            return new MimeMessage(session, new ByteArrayInputStream(new byte[0]));
        }
    }

    private static byte[] whole(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toByteArray();
    }

    private static byte[] head(MimeMessage message) throws MessagingException {
        StringBuilder head = new StringBuilder();
        for (Header header : Collections.list(message.getAllHeaders())) {
            head.append(header.getName()).append(": ").append(header.getValue()).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Marks mails as read, and moves them where that is wanted. */
    void done(Collection<Long> uids) {
        if (uids.isEmpty()) {
            return;
        }
        try {
            Message[] messages = Arrays.stream(folder.getMessagesByUID(
                            uids.stream().mapToLong(Long::longValue).toArray()))
                    .filter(message -> message != null)
                    .toArray(Message[]::new);
            folder.setFlags(messages, new Flags(Flags.Flag.SEEN), true);
            String moveTo = settings.moveTo();
            if (moveTo != null) {
                Folder target = store.getFolder(moveTo);
                if (!target.exists()) {
                    target.create(Folder.HOLDS_MESSAGES);
                }
                move(messages, target);
            }
        } catch (MessagingException e) {
            throw failed(settings, e);
        }
    }

    private void move(Message[] messages, Folder target) throws MessagingException {
        if (store.hasCapability("MOVE")) {
            folder.moveMessages(messages, target);
        } else if (store.hasCapability("UIDPLUS")) {
            folder.copyMessages(messages, target);
            folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
            // Those alone: what people have marked is theirs.
            folder.expunge(messages);
        }
    }

    private static ExpectedFailure failed(BounceSettings settings, Exception cause) {
        String why = cause instanceof AuthenticationFailedException
                ? "it refuses the sign-in; see mail.bounces.username and password (邮箱拒绝登录，请核对账号和密码或授权码)"
                : cause.getClass().getSimpleName();
        return new ExpectedFailure("mailbox " + settings.mailbox() + ": " + why, cause);
    }

    @Override
    public void close() {
        try {
            folder.close(false);
            store.close();
        } catch (MessagingException | IllegalStateException e) {
            throw failed(settings, e);
        }
    }
}
