package io.greenpark.registry.rules;

import io.greenpark.config.setting.Accepted;
import io.greenpark.park.text.Bilingual;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Whether a contact can be told anything. */
public final class ContactRules {
    public static final Accepted<String> EMAIL = Accepted.text(
            new Bilingual("邮箱地址，如 env@example.org", "a mail address, e.g. env@example.org"), ContactRules::isEmail);
    public static final Accepted<String> PHONE = Accepted.text(
            new Bilingual("电话号码，如 +86 138 0000 0000", "digits, e.g. +86 138 0000 0000"), ContactRules::isPhone);
    public static final Accepted<String> LANGUAGE =
            Accepted.text(new Bilingual("zh（中文）或 en（英文）", "zh or en"), text -> text.equals("zh") || text.equals("en"));

    /** The address may hold a token, so it is not shown. */
    public static final Bilingual NO_WEB_ADDRESS = FaultTexts.notAllowed(
            new Bilingual("以 http:// 或 https:// 开头的地址", "an address beginning with http:// or https://"));

    public static final Bilingual NO_WAY = new Bilingual(
            "邮箱和 Webhook 都没有填写；请至少填写一种通知方式",
            "is missing, and so is webhook; give at least one way to tell the contact");

    private ContactRules() {}

    /** Tells what keeps a contact from being told; the address of a webhook may hold a token, so it is not shown. */
    public static void check(
            @Nullable String email,
            @Nullable String webhook,
            @Nullable String phone,
            @Nullable String language,
            FieldFaults faults) {
        if (language != null && LANGUAGE.parse(language) == null) {
            faults.fault("language", FaultTexts.notAllowed(language, LANGUAGE.said()));
        }
        if (email == null && webhook == null) {
            faults.fault("email", NO_WAY);
        }
        if (email != null && !isEmail(email)) {
            faults.fault("email", FaultTexts.notAllowed(email, EMAIL.said()));
        }
        if (webhook != null && !isWebAddress(webhook)) {
            faults.fault("webhook", NO_WEB_ADDRESS);
        }
        if (phone != null && !isPhone(phone)) {
            faults.fault("phone", FaultTexts.notAllowed(PHONE.said()));
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
