package io.greenpark.lab.bench.registry;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import java.util.List;

/**
 * Edits of one document, each of another one.
 *
 * @param name what is edited
 */
record Edit(String name, Editor editor) {
    /** Changes the document that {@code number} stands for, and tells which it was. */
    interface Editor {
        DocumentKey edit(LargeRegistry registry, int number);
    }

    static List<Edit> all() {
        return List.of(
                new Edit("device: name", Edit::renameDevice),
                new Edit("enterprise: name", Edit::renameEnterprise),
                new Edit("enterprise: park", Edit::moveEnterprise),
                new Edit("point: ratio", Edit::changeRatio),
                new Edit("statistic: value", Edit::correctStatistic),
                new Edit("target: percent", Edit::changeTarget),
                new Edit("limit: upper", Edit::changeLimit),
                new Edit("outlet: standing", Edit::changeStanding),
                new Edit("coefficient set", Edit::changeSet));
    }

    /** Spreads the numbers over a list. */
    private static int index(List<?> list, int number) {
        return Math.floorMod(number * 7_919, list.size());
    }

    private static DocumentKey renameDevice(LargeRegistry r, int number) {
        int i = index(r.devices, number);
        Device d = r.devices.get(i);
        r.devices.set(i, LargeRegistry.device(d.id(), d.enterpriseId(), Bilingual.same("name " + number)));
        return new DocumentKey(DocumentKind.DEVICE, d.id());
    }

    private static DocumentKey renameEnterprise(LargeRegistry r, int number) {
        int i = index(r.enterprises, number);
        Enterprise e = r.enterprises.get(i);
        r.enterprises.set(i, LargeRegistry.enterprise(e.id(), e.parkId(), Bilingual.same("name " + number)));
        return new DocumentKey(DocumentKind.ENTERPRISE, e.id());
    }

    private static DocumentKey moveEnterprise(LargeRegistry r, int number) {
        int i = index(r.enterprises, number);
        Enterprise e = r.enterprises.get(i);
        String other = LargeRegistry.park((i + 1 + number) % LargeRegistry.PARKS);
        r.enterprises.set(i, LargeRegistry.enterprise(e.id(), other, e.name()));
        return new DocumentKey(DocumentKind.ENTERPRISE, e.id());
    }

    private static DocumentKey changeRatio(LargeRegistry r, int number) {
        int i = index(r.points, number);
        Point p = r.points.get(i);
        r.points.set(i, LargeRegistry.point(p.id(), p.enterpriseId(), p.outletId(), String.valueOf(2 + number)));
        return new DocumentKey(DocumentKind.POINT, p.id());
    }

    private static DocumentKey correctStatistic(LargeRegistry r, int number) {
        int i = index(r.statistics, number);
        MonthlyStatistic s = r.statistics.get(i);
        r.statistics.set(i, LargeRegistry.statistic(s.enterpriseId(), s.month(), 2_000_000 + number));
        return DocumentKey.statistic(s.enterpriseId(), s.month());
    }

    private static DocumentKey changeTarget(LargeRegistry r, int number) {
        int i = index(r.targets, number);
        Target t = r.targets.get(i);
        r.targets.set(i, LargeRegistry.target(t.id(), t.subject(), "-" + (10 + number)));
        return new DocumentKey(DocumentKind.TARGET, t.id());
    }

    private static DocumentKey changeLimit(LargeRegistry r, int number) {
        int i = index(r.limits, number);
        Limit l = r.limits.get(i);
        r.limits.set(i, LargeRegistry.limit(l.id(), l.pointId(), String.valueOf(300 + number)));
        return new DocumentKey(DocumentKind.LIMIT, l.id());
    }

    private static DocumentKey changeStanding(LargeRegistry r, int number) {
        int i = index(r.outlets, number);
        Outlet o = r.outlets.get(i);
        boolean clue = o.standing() == Outlet.Standing.CLUE;
        r.outlets.set(
                i, LargeRegistry.outlet(o.enterpriseId(), clue ? Outlet.Standing.EVIDENCE : Outlet.Standing.CLUE));
        return new DocumentKey(DocumentKind.OUTLET, o.id());
    }

    private static DocumentKey changeSet(LargeRegistry r, int number) {
        r.sets.set(0, LargeRegistry.set("0." + (1_000 + number)));
        return new DocumentKey(DocumentKind.COEFFICIENT_SET, "set");
    }
}
