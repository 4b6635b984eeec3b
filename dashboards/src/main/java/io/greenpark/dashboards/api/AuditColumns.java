package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditEntry;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.text.Bilingual;
import java.time.ZoneId;
import java.util.List;

/** Entries of the audit log as a file has them: with their hashes, so that the chain can be checked from the file. */
final class AuditColumns {
    private AuditColumns() {}

    static Listing<AuditEntry> of(List<AuditEntry> entries, ZoneId zone) {
        return new Listing<>(
                new Bilingual("审计日志", "Audit log"), columns(zone), e -> Long.toString(e.number()), entries);
    }

    private static List<Column<AuditEntry>> columns(ZoneId zone) {
        return List.of(
                Column.number("number", new Bilingual("编号", "Number"), 0, e -> Cell.number(e.number())),
                Column.text("at", new Bilingual("时间", "Time"), e -> Cell.time(e.at(), zone)),
                Column.text("who", new Bilingual("操作人", "Who"), e -> Cell.code(e.who())),
                Column.text("origin", new Bilingual("来源地址", "From"), e -> Cell.code(e.origin())),
                Column.text("action", new Bilingual("操作", "Action"), e -> Cell.words(AuditTexts.of(e.action()))),
                Column.text("action.code", new Bilingual("操作代码", "Action code"), e -> Cell.code(e.action())),
                Column.text("kind", new Bilingual("对象类型", "Kind"), e -> Cell.code(e.kind())),
                Column.text("id", new Bilingual("对象编号", "Id"), e -> Cell.code(e.id())),
                Column.text("before", new Bilingual("变更前", "Before"), e -> Cell.code(e.before())),
                Column.text("after", new Bilingual("变更后", "After"), e -> Cell.code(e.after())),
                Column.text("why", new Bilingual("原因", "Reason"), e -> Cell.code(e.why())),
                Column.text("hash", new Bilingual("哈希", "Hash"), e -> Cell.code(e.hash())));
    }
}
