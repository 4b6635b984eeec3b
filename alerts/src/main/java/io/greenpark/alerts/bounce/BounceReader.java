package io.greenpark.alerts.bounce;

import io.greenpark.alerts.bounce.ReadMail.Kind;
import io.greenpark.alerts.bounce.ReadMail.Other;
import io.greenpark.alerts.bounce.ReadMail.Outcome;
import io.greenpark.alerts.bounce.ReadMail.Recipient;
import io.greenpark.alerts.bounce.ReadMail.Report;
import io.greenpark.config.digest.Sha256;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what a mail is. Only what a report says in fields that RFC 3464 defines counts: what a bounce says in prose is for people. Its parts are
 * read as bytes, as handlers of content types may be others where other libraries are. Any thread may call.
 */
final class BounceReader {
    private static final Logger LOG = LoggerFactory.getLogger(BounceReader.class);
    private static final int DEEPEST = 5;
    private static final int LONGEST_ANSWER = 300;
    private static final int MOST_ORIGINAL = 64 * 1024;
    private static final Pattern SMTP_REPLY = Pattern.compile("\\b([245])[0-9]{2}\\b");
    private static final Pattern XTEXT = Pattern.compile("\\+([0-9A-F]{2})");
    private static final Pattern BOUNCED =
            Pattern.compile("(?i)undeliver|delivery (status|failure)|mail delivery|failure notice|returned mail|delayed"
                    + "|退信|退件|退回|投递失败|发送失败|无法投递|无法送达|延迟");
    private static final Pattern AUTOMATIC =
            Pattern.compile("(?i)^(auto(matic)?[ -]?(reply|response)|out of (the )?office|自动回复|自动答复|系统自动回复|外出|休假)");

    private final ReturnTags tags;

    BounceReader(ReturnTags tags) {
        this.tags = tags;
    }

    /** What a mail is; one that cannot be read as a mail at all is unreadable where it looks like one that came back. */
    ReadMail read(MimeMessage mail) {
        try {
            Parts parts = new Parts();
            collect(mail, parts, 0);
            byte[] status = parts.status;
            if (status != null) {
                return report(mail, status, parts);
            }
            return new Other(kind(mail));
        } catch (MessagingException | IOException e) {
            return new Other(looksReturned(mail) ? Kind.UNREADABLE : Kind.OTHER);
        } catch (RuntimeException e) {
            // Anybody may write a mail that a part of the mail library does not stand; those behind it are read all the
            // same.
            LOG.warn("a mail in the mailbox of returned mails cannot be read and is left for people to look at", e);
            return new Other(Kind.UNREADABLE);
        }
    }

    /** Those of a report. */
    private static final class Parts {
        private byte @Nullable [] status;
        private final StringBuilder original = new StringBuilder();
    }

    /** The first status counts; what a report encloses is not a report of this mail, but what it is about. */
    private static void collect(Part part, Parts found, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            return;
        }
        if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
            if (found.status == null) {
                found.status = bytes(part);
            }
        } else if (part.isMimeType("multipart/*")) {
            MimeMultipart multipart = new MimeMultipart(new ByteArrayDataSource(raw(part), part.getContentType()));
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart each = multipart.getBodyPart(i);
                collect(each, found, depth + 1);
            }
        } else if (depth > 0
                && (part.isMimeType("message/rfc822")
                        || part.isMimeType("message/global")
                        || part.isMimeType("message/global-headers")
                        || part.isMimeType("text/rfc822-headers"))) {
            byte[] enclosed = bytes(part);
            found.original.append(
                    headers(new String(enclosed, 0, Math.min(enclosed.length, MOST_ORIGINAL), StandardCharsets.UTF_8)));
        }
    }

    /** The head of what came back: its body is what anybody may quote. */
    private static String headers(String original) {
        Matcher end = Pattern.compile("\\r?\\n\\r?\\n").matcher(original);
        return end.find() ? original.substring(0, end.start()) : original;
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }

    /** Of several parts as they were sent. */
    private static byte[] raw(Part part) throws MessagingException, IOException {
        if (part instanceof MimeMessage message) {
            return all(message.getRawInputStream());
        }
        return part instanceof MimeBodyPart body ? all(body.getRawInputStream()) : bytes(part);
    }

    private static byte[] all(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    private ReadMail report(MimeMessage mail, byte[] status, Parts parts) throws MessagingException, IOException {
        DeliveryStatus read = new DeliveryStatus(new ByteArrayInputStream(status));
        List<Recipient> recipients = new ArrayList<>();
        for (int i = 0; i < read.getRecipientDSNCount(); i++) {
            recipient(read.getRecipientDSN(i)).ifPresent(recipients::add);
        }
        if (recipients.isEmpty()) {
            return new Other(Kind.UNREADABLE);
        }
        Set<String> ids = new LinkedHashSet<>();
        ids.addAll(tags.idsIn(addressed(mail)));
        ids.addAll(tags.idsIn(parts.original.toString()));
        ids.addAll(tags.idsIn(Optional.ofNullable(first(read.getMessageDSN(), "Original-Envelope-Id"))
                .orElse("")));
        ids.addAll(tags.idsIn(text(mail, "In-Reply-To") + " " + text(mail, "References")));
        return new Report(identity(mail, status), ids, recipients);
    }

    private static String addressed(MimeMessage mail) throws MessagingException {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To")) {
            all.append(text(mail, name)).append(' ');
        }
        return all.toString();
    }

    private static String text(MimeMessage mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null ? "" : String.join(" ", values);
    }

    private static String identity(MimeMessage mail, byte[] status) throws MessagingException {
        return Sha256.hex(text(mail, "Message-ID") + "\n" + new String(status, StandardCharsets.ISO_8859_1), 16);
    }

    private static Optional<Recipient> recipient(InternetHeaders fields) {
        String action = Optional.ofNullable(first(fields, "Action")).orElse("").toLowerCase(Locale.ROOT);
        Set<String> addresses = new LinkedHashSet<>();
        address(first(fields, "Original-Recipient"), addresses);
        address(first(fields, "Final-Recipient"), addresses);
        if (addresses.isEmpty() || action.isEmpty()) {
            return Optional.empty();
        }
        String status = Optional.ofNullable(first(fields, "Status")).orElse("");
        String diagnostic = Optional.ofNullable(first(fields, "Diagnostic-Code"))
                .map(BounceReader::untyped)
                .orElse("");
        return Optional.of(new Recipient(addresses, outcome(action, status, diagnostic), answer(status, diagnostic)));
    }

    private static Outcome outcome(String action, String status, String diagnostic) {
        if (action.startsWith("delayed")) {
            return Outcome.DELAYED;
        }
        if (!action.startsWith("failed")) {
            return Outcome.PASSED_ON;
        }
        if (status.matches("[245]\\.[0-9.]+.*")) {
            return status.startsWith("5") ? Outcome.FAILED : Outcome.DELAYED;
        }
        Matcher reply = SMTP_REPLY.matcher(diagnostic);
        return reply.find() && reply.group(1).equals("5") ? Outcome.FAILED : Outcome.DELAYED;
    }

    private static String answer(String status, String diagnostic) {
        String said = (diagnostic.isEmpty() ? status : diagnostic)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        String answer = said.isEmpty() ? "returned" : said;
        return answer.length() <= LONGEST_ANSWER ? answer : answer.substring(0, LONGEST_ANSWER) + "…";
    }

    /** {@code rfc822; li@example.org}; an original one may be written as xtext, where a plus is {@code +2B}. */
    private static void address(@Nullable String field, Set<String> addresses) {
        if (field == null) {
            return;
        }
        String plain = untyped(field).replaceAll("^<|>$", "").strip().toLowerCase(Locale.ROOT);
        if (plain.contains("@")) {
            addresses.add(plain);
            addresses.add(XTEXT.matcher(plain.toUpperCase(Locale.ROOT))
                    .replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))))
                    .toLowerCase(Locale.ROOT));
        }
    }

    /** Without the type before it. */
    private static String untyped(String field) {
        return field.replaceFirst("^\\s*[A-Za-z0-9-]+\\s*;", "").strip();
    }

    private static @Nullable String first(@Nullable InternetHeaders fields, String name) {
        for (Header header : fields == null ? List.<Header>of() : Collections.list(fields.getAllHeaders())) {
            if (header.getName().strip().equalsIgnoreCase(name)) {
                return header.getValue().strip();
            }
        }
        return null;
    }

    private static Kind kind(MimeMessage mail) throws MessagingException {
        if (isAutomatic(mail)) {
            return Kind.AUTO_REPLY;
        }
        return looksReturned(mail) ? Kind.UNREADABLE : Kind.OTHER;
    }

    private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        return text(mail, "Auto-Submitted").toLowerCase(Locale.ROOT).startsWith("auto-replied") && !isFromMailer(mail)
                || mail.getHeader("X-Autoreply") != null
                || mail.getHeader("X-Autorespond") != null
                || text(mail, "Precedence").equalsIgnoreCase("auto_reply")
                || text(mail, "Content-Type").toLowerCase(Locale.ROOT).contains("disposition-notification")
                || AUTOMATIC.matcher(subject(mail)).find();
    }

    private static boolean looksReturned(MimeMessage mail) {
        try {
            return isFromMailer(mail) && BOUNCED.matcher(subject(mail)).find()
                    || text(mail, "Return-Path").strip().equals("<>")
                            && (isFromMailer(mail)
                                    || BOUNCED.matcher(subject(mail)).find())
                    || mail.getHeader("X-Failed-Recipients") != null;
        } catch (MessagingException e) {
            return false;
        }
    }

    private static boolean isFromMailer(MimeMessage mail) throws MessagingException {
        return text(mail, "From").toLowerCase(Locale.ROOT).matches("(?s).*(mailer-daemon|postmaster|mail-daemon)@?.*");
    }

    private static String subject(MimeMessage mail) throws MessagingException {
        String subject = mail.getSubject();
        return subject == null ? "" : subject.strip();
    }
}
