package io.greenpark.registry.rules;

import io.greenpark.park.text.Bilingual;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Whether a contact can be told anything. */
public final class ContactRules {
    private ContactRules() {}

    /** Tells what keeps a contact from being told; the address of a webhook may hold a token, so it is not shown. */
    public static void check(
            @Nullable String email,
            @Nullable String webhook,
            @Nullable String phone,
            @Nullable String language,
            FieldFaults faults) {
        if (language != null && !language.equals("zh") && !language.equals("en")) {
            faults.fault("language", FaultTexts.notAllowed(language, new Bilingual("zh（中文）或 en（英文）", "zh or en")));
        }
        if (email == null && webhook == null) {
            faults.fault(
                    "email",
                    new Bilingual(
                            "邮箱和 Webhook 都没有填写；请至少填写一种通知方式",
                            "is missing, and so is webhook; give at least one way to tell the contact"));
        }
        if (email != null && !isEmail(email)) {
            faults.fault(
                    "email",
                    FaultTexts.notAllowed(
                            email, new Bilingual("邮箱地址，如 env@example.org", "a mail address, e.g. env@example.org")));
        }
        if (webhook != null && !isWebAddress(webhook)) {
            faults.fault(
                    "webhook",
                    FaultTexts.notAllowed(new Bilingual(
                            "以 http:// 或 https:// 开头的地址", "an address beginning with http:// or https://")));
        }
        if (phone != null && !isPhone(phone)) {
            faults.fault(
                    "phone",
                    FaultTexts.notAllowed(new Bilingual("电话号码，如 +86 138 0000 0000", "digits, e.g. +86 138 0000 0000")));
        }
    }

    public static boolean isPhone(String text) {
        return text.matches("\\+?[0-9][0-9 ()-]{4,30}");
    }

    public static boolean isEmail(String text) {
        return text.matches("\\S+@\\S+");
    }

    public static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
