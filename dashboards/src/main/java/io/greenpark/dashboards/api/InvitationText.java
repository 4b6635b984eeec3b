package io.greenpark.dashboards.api;

import io.greenpark.access.account.UserAccount;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** What stands in an invitation, in both languages: which one its reader prefers is not known yet. */
final class InvitationText {
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx");

    private InvitationText() {}

    static String of(UserAccount account, String link, Instant until) {
        String end = until.atZone(Json.PLATFORM_ZONE).format(UNTIL);
        return """
                %1$s：

                您的 Greenpark 智慧园区账号已建立。请打开以下链接，设置密码后登录：

                %3$s

                用户名：%2$s
                链接有效期至 %4$s，只能使用一次。如与您无关，请忽略本邮件；不要转发，持有链接者即可设置密码。

                --------

                %1$s,

                there is an account for you at Greenpark. Open this link, choose a password, and sign in:

                %3$s

                User name: %2$s
                The link is good until %4$s, and once. If you do not know what this is about, ignore it; do not pass it on, since whoever
                has the link can choose the password.
                """.formatted(account.person().fullName(), account.userName(), link, end);
    }
}
