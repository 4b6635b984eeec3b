package io.greenpark.plan.telling;

import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.desk.SheetNews;
import io.greenpark.plan.sheet.YearSheet;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Letters to the contacts of an enterprise about its yearly sheets. No figure is in them: they are read where one has signed in. */
public final class SheetLetters implements SheetNews {
    private final RegistrySource registry;
    private final LetterBox letters;
    private final String consoleUrl;

    /** @param consoleUrl where enterprises reach the console, without a slash at its end */
    public SheetLetters(RegistrySource registry, LetterBox letters, String consoleUrl) {
        this.registry = registry;
        this.letters = letters;
        this.consoleUrl = consoleUrl;
    }

    @Override
    public void entered(Handle handle, YearSheet sheet, Instant now) {
        write(handle, sheet, "", "year-sheet-entered", now);
    }

    /** That a version still waits, so many days after it was entered; returns how many letters were written. */
    int reminded(Handle handle, YearSheet sheet, int day, Instant now) {
        return write(handle, sheet, ":" + day, "year-sheet-reminder", now);
    }

    private int write(Handle handle, YearSheet sheet, String which, String event, Instant now) {
        Enterprise enterprise =
                registry.current().enterprise(sheet.enterpriseId()).orElse(null);
        if (enterprise == null) {
            return 0;
        }
        boolean reminder = !which.isEmpty();
        String id = sheet.enterpriseId() + ":" + sheet.year();
        Letter letter = new Letter(
                "year-sheet:" + id + which,
                Math.toIntExact(sheet.version()),
                sheet.enterpriseId(),
                event,
                title(enterprise, sheet, reminder),
                text(enterprise, sheet, reminder),
                consoleUrl + "/#/year-sheets/" + id,
                now);
        return letters.write(handle, letter, enterprise.contacts());
    }

    private static Bilingual title(Enterprise enterprise, YearSheet sheet, boolean reminder) {
        return reminder
                ? new Bilingual(
                        "提醒：请核对 " + sheet.year() + " 年度数据：" + enterprise.name().zh(),
                        "Reminder: yearly sheet of " + sheet.year() + " to be confirmed: "
                                + enterprise.name().en())
                : new Bilingual(
                        "请核对 " + sheet.year() + " 年度数据：" + enterprise.name().zh(),
                        "Yearly sheet of " + sheet.year() + " to be confirmed: "
                                + enterprise.name().en());
    }

    private static Bilingual text(Enterprise enterprise, YearSheet sheet, boolean reminder) {
        String source = sheet.source().isEmpty() ? "" : "（来源：" + sheet.source() + "）";
        String from = sheet.source().isEmpty() ? "" : " (from: " + sheet.source() + ")";
        boolean changed = sheet.version() > 1;
        String zh = reminder ? "尚待贵单位确认" : changed ? "已更新，须重新确认" : "已录入，请贵单位确认";
        String en = reminder
                ? "still waits for your word"
                : changed ? "was changed and is to be confirmed anew" : "was entered and is to be confirmed";
        return new Bilingual(
                enterprise.name().zh() + " " + sheet.year() + " 年度数据" + source + zh
                        + "。打开链接核对后，点“确认无误”即可；有不符的，点“有异议”并说明。",
                "The yearly sheet of " + sheet.year() + " of "
                        + enterprise.name().en() + from + " " + en
                        + ". Open the link, look through it and press *Confirm*; where something is wrong, say what.");
    }
}
