package io.greenpark.alerts.contact;

import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What a letter that asks a contact says. */
final class ContactTexts {
    private ContactTexts() {}

    static Bilingual title(Bilingual owner, boolean again) {
        return new Bilingual(
                (again ? "再次请您确认：" : "请您确认：") + owner.zh() + "的通知联系人",
                (again ? "Please confirm, once more: contact of " : "Please confirm: contact of ") + owner.en());
    }

    static Bilingual text(Bilingual owner, Instant until, ZoneId zone) {
        String day = DateTimeFormatter.ISO_LOCAL_DATE.format(until.atZone(zone));
        return new Bilingual(
                "您登记为 " + owner.zh() + " 的通知联系人，预警与提醒发到本地址。请打开下方链接并按页面上的按钮：仍由您接收，或不再由您接收。" + "打开链接本身不作任何更改。链接 " + day
                        + " 前有效，请勿转发。",
                "You are on file as a contact of " + owner.en()
                        + ": alerts and reminders come to this address. Please open the link below and press a button"
                        + " there: still yours, or yours no more. Opening it changes nothing by itself. It can be used until "
                        + day + "; do not pass it on.");
    }
}
