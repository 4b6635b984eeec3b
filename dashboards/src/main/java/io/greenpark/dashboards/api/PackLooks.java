package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditEntry;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.access.audit.AuditObject;
import io.greenpark.access.audit.Look;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.paper.pack.PackWriter;
import io.greenpark.park.viewer.Viewer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Who looked at what of an enterprise, and, for the authority, who did what about it. Phones are masked, addresses of computers left out. */
final class PackLooks {
    private static final int PAGE = 10_000;
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)(1[3-9]\\d)\\d{4}(\\d{4})(?!\\d)");

    private final ConsoleSources sources;
    private final CaseStaff staff;
    private final Viewer viewer;
    private final PackSpan span;

    PackLooks(ConsoleSources sources, Viewer viewer, PackSpan span) {
        this.sources = sources;
        this.staff = new CaseStaff(sources.identities());
        this.viewer = viewer;
        this.span = span;
    }

    void looks(PackWriter pack, List<AuditObject> objects) throws IOException {
        sources.looks().flush();
        pack.add(
                "access/looks.csv",
                out -> PackCsv.write(
                        out, List.of("人员 who", "对象类型 kind", "对象 id", "次数 times", "首次 first", "末次 last"), csv -> {
                            for (AuditObject object : objects) {
                                for (Look look : sources.looks().newest(null, object, span.begin(), span.end(), PAGE)) {
                                    csv.row(
                                            PackCsv.said(masked(String.valueOf(staff.shown(look.person(), viewer)))),
                                            look.object().kind(),
                                            look.object().id(),
                                            look.count(),
                                            Json.time(look.first(), span.zone()),
                                            Json.time(look.last(), span.zone()));
                                }
                            }
                        }));
    }

    /** What was done, with the hash of each entry of the log. */
    void acts(PackWriter pack, List<AuditObject> objects) throws IOException {
        List<AuditEntry> entries = new ArrayList<>();
        for (AuditObject object : objects) {
            AuditFilter filter = AuditFilter.ALL.on(object).between(span.begin(), span.end());
            long before = Long.MAX_VALUE;
            List<AuditEntry> page;
            do {
                page = sources.audit().page(filter, before, PAGE);
                entries.addAll(page);
                before = page.isEmpty() ? before : page.get(page.size() - 1).number();
            } while (page.size() == PAGE);
        }
        entries.sort(Comparator.comparingLong(AuditEntry::number));
        pack.add(
                "access/acts.csv",
                out -> PackCsv.write(
                        out,
                        List.of(
                                "序号 number",
                                "时间 at",
                                "人员 who",
                                "事项 action",
                                "名称 what",
                                "对象类型 kind",
                                "对象 id",
                                "理由 why",
                                "记录哈希 hash"),
                        csv -> entries.forEach(e -> csv.row(
                                e.number(),
                                Json.time(e.at(), span.zone()),
                                PackCsv.said(masked(e.who())),
                                e.action(),
                                AuditTexts.of(e.action()).zh(),
                                e.kind(),
                                e.id(),
                                PackCsv.said(e.why() == null ? "" : masked(e.why())),
                                e.hash()))));
    }

    static String masked(String text) {
        return PHONE.matcher(text).replaceAll("$1****$2");
    }
}
