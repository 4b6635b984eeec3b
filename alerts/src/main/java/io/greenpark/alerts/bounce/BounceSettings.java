package io.greenpark.alerts.bounce;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox that mails come back to, section {@code mail.bounces}; it is not read where no host is set.
 *
 * @param host the IMAP server ({@code host}); null for none
 * @param port its port ({@code port}; default 993 with tls, 143 else)
 * @param tls {@code none}, {@code starttls} or {@code tls} ({@code tls}, default tls)
 * @param userName whose mailbox it is ({@code username}); required with a host
 * @param password its password ({@code password}: text, {@code ${ENV}} or {@code file:PATH}); required with a host
 * @param folder that is read ({@code folder}, default INBOX)
 * @param moveTo where reports go that were read ({@code moveTo}); null to leave them there, marked as read
 * @param interval how often it is looked at ({@code interval}, default 2m)
 * @param returnPath the address that mails come back to ({@code returnPath}), with {@code {id}} where the provider takes such addresses; null for
 *     {@code mail.from}
 * @param delayedLimit how many different mails have to be late within {@code delayedWithin} for the address to count as not working ({@code
 *     delayedLimit}, default 3)
 * @param delayedWithin ({@code delayedWithin}, default 14d)
 * @param timeout the longest wait for the server ({@code timeout}, default 20s)
 */
public record BounceSettings(
        @Nullable String host,
        int port,
        Tls tls,
        String userName,
        @Nullable String password,
        String folder,
        @Nullable String moveTo,
        Duration interval,
        @Nullable String returnPath,
        int delayedLimit,
        Duration delayedWithin,
        Duration timeout) {
    private static final String ADDRESS = "[^@\\s<>{}]*(\\{id\\})?[^@\\s<>{}]*@[^@\\s<>{}]+";
    /** A local part has at most 64 characters, and a tag up to 49. */
    private static final int LONGEST_BESIDE_TAG = 15;

    private static final Bilingual NEEDS_USER = new Bilingual(
            "设置了 mail.bounces.host 就必须填写：邮箱账号，例如 bounces@example.org",
            "is required with mail.bounces.host: the account of the mailbox, e.g. bounces@example.org");
    private static final Bilingual NEEDS_PASSWORD = new Bilingual(
            "设置了 mail.bounces.host 就必须填写：邮箱密码（QQ、163 等为授权码），可写文本、${ENV} 或 file:PATH",
            "is required with mail.bounces.host: the mailbox's password, as text, ${ENV} or file:PATH");

    /** How the connection is protected. */
    public enum Tls {
        NONE(143),
        STARTTLS(143),
        TLS(993);

        private final int port;

        Tls(int port) {
            this.port = port;
        }
    }

    /**
     * Reads the section {@code mail.bounces}.
     *
     * @param sends whether mail goes out at all
     */
    public static BounceSettings from(Settings s, boolean sends, Problems problems) {
        Tls tls = s.choice("tls", Tls.TLS, Tls.class, problems);
        String host = s.textOrNull("host");
        String userName = s.text("username", "");
        String password = s.secret("password", problems);
        String returnPath = s.textOrNull("returnPath");
        if (host != null) {
            required(s, "username", userName.isEmpty(), NEEDS_USER, problems);
            required(s, "password", password == null, NEEDS_PASSWORD, problems);
            if (!sends) {
                problems.add(
                        s.place("host"),
                        s.fullKey("host"),
                        new Bilingual(
                                "“" + host + "”：未设置 mail.host，没有邮件发出，也就没有退信；请同时设置 mail.host，或删去此项",
                                "\"" + host
                                        + "\" is not allowed without mail.host: no mail goes out that could come back; give"
                                        + " mail.host too, or leave this out"));
            }
        }
        if (returnPath != null && !isReturnPath(returnPath)) {
            String examples = "bounces+{id}@example.org, bounces@example.org";
            problems.add(
                    s.place("returnPath"),
                    s.fullKey("returnPath"),
                    new Bilingual(
                            "不接受 “" + returnPath + "”；可用：一个邮箱地址，邮件服务商支持加号地址的可在 @ 前写 {id}，其余部分最多 " + LONGEST_BESIDE_TAG
                                    + " 个字符，例如 " + examples,
                            "\"" + returnPath
                                    + "\" is not allowed; accepted: a mail address, with {id} before the @ where the"
                                    + " provider takes plus addresses and at most " + LONGEST_BESIDE_TAG
                                    + " characters beside it, e.g. " + examples));
        }
        Duration day = Duration.ofDays(1);
        return new BounceSettings(
                host,
                s.integer("port", tls.port, 1, 65_535, problems),
                tls,
                userName,
                password,
                s.text("folder", "INBOX"),
                s.textOrNull("moveTo"),
                s.duration("interval", Duration.ofMinutes(2), Duration.ofSeconds(10), day, problems),
                returnPath,
                s.integer("delayedLimit", 3, 1, 1_000, problems),
                s.duration("delayedWithin", Duration.ofDays(14), day, Duration.ofDays(366), problems),
                s.duration("timeout", Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofMinutes(5), problems));
    }

    private static void required(Settings s, String key, boolean lacks, Bilingual words, Problems problems) {
        if (lacks) {
            problems.add(s.place(key), s.fullKey(key), words);
        }
    }

    private static boolean isReturnPath(String address) {
        if (!address.matches(ADDRESS)) {
            return false;
        }
        String local = address.substring(0, address.indexOf('@'));
        return local.contains(ReturnTags.PLACEHOLDER)
                ? local.length() - ReturnTags.PLACEHOLDER.length() <= LONGEST_BESIDE_TAG
                : !local.isEmpty();
    }

    /** Which mailbox it is, in words that hold no secret. */
    String mailbox() {
        return userName + "@" + host + "/" + folder;
    }

    @Override
    public String toString() {
        return "BounceSettings[" + mailbox() + ", " + tls + "]";
    }
}
