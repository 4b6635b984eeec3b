package io.greenpark.deploy.telling;

import static io.greenpark.alerts.handling.HandlingAction.ANSWER;
import static io.greenpark.alerts.handling.HandlingAction.CLOSE;
import static io.greenpark.alerts.handling.HandlingAction.COMMENT;
import static io.greenpark.alerts.handling.HandlingAction.EXTEND;
import static io.greenpark.alerts.handling.HandlingAction.RECTIFY;
import static io.greenpark.alerts.handling.HandlingAction.REPORT_RECTIFIED;
import static io.greenpark.alerts.handling.HandlingAction.RETURN;
import static io.greenpark.alerts.handling.HandlingAction.REVIEW;
import static io.greenpark.alerts.handling.HandlingAction.VERIFY;

import io.greenpark.alerts.handling.Actor;
import io.greenpark.alerts.handling.DetailField;
import io.greenpark.park.viewer.Role;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What befalls the district in a month, and who is to be told of it when: written by hand, by the notice plan as people read it. */
final class PlantedEvents {
    static final String OFFICER = "chief@jindong.example";
    static final String OFFICER_DEPUTY = "deputy@jindong.example";
    static final String CONTRACTOR = "service@lvyuan.example";
    static final String ENGLISH_CONTRACTOR = "service@clearstack.example";
    private static final Actor CHEN = Actor.ofOffice("chen", "chen", Set.of(Role.OFFICER));
    private static final Actor WU = Actor.ofOffice("wu", "wu", Set.of(Role.OFFICER));

    private final Month month;
    private final List<Due> due = new ArrayList<>();
    private int events;

    PlantedEvents(Month month) {
        this.month = month;
    }

    int events() {
        return events;
    }

    List<Due> due() {
        return List.copyOf(due);
    }

    private String event(String what) {
        events++;
        return what;
    }

    private void tell(String event, String channel, String to, String at, String... words) {
        due.add(new Due(event, channel, to, LocalDateTime.parse(at), List.of(words)));
    }

    /** Both contacts of an enterprise by mail, and the first by SMS, too. */
    private void enterprise(String event, int n, String at, String zh, String en) {
        tell(event, "mail", MonthPark.contact(n), at, MonthPark.zh(n), zh);
        tell(event, "mail", MonthPark.deputy(n), at, MonthPark.en(n), en);
        tell(event, "sms", MonthPark.phone(n), at, MonthPark.zh(n), zh);
    }

    /** The officer by mail and work message, and the deputy by mail. */
    private void office(String event, int n, String at, String zh, String en) {
        office(event, at, MonthPark.zh(n), zh, MonthPark.en(n), en);
    }

    private void office(String event, String at, String who, String zh, String whoEn, String en) {
        tell(event, "mail", OFFICER, at, who, zh);
        tell(event, "zhezhengding", "10001", at, who, zh);
        tell(event, "mail", OFFICER_DEPUTY, at, whoEn, en);
    }

    private static String later(String at, int minutes) {
        return LocalDateTime.parse(at).plusMinutes(minutes).toString();
    }

    private static String digest(String after) {
        return Month.digest(after).toString();
    }

    void plant() {
        air();
        water();
        early();
        silence();
        withdrawn();
        windows();
        flapping();
        people();
        others();
    }

    private void others() {
        for (int n : List.of(71, 72)) {
            String event = event("energy behind its target when the month is closed, enterprise " + n);
            enterprise(event, n, "2026-10-10T08:30", "能耗", "energy per value added");
            office(event, n, "2026-10-10T08:30", "能耗", "energy per value added");
        }
        String event = event("a step of an audit that falls due and passes");
        tell(event, "mail", MonthPark.contact(81), "2026-09-16T09:00", MonthPark.zh(81), "今日到期");
        tell(event, "mail", MonthPark.deputy(81), "2026-09-16T09:00", MonthPark.en(81), "is due today");
        tell(event, "mail", MonthPark.contact(81), "2026-09-16T09:00", MonthPark.zh(81), "30 天内到期");
        tell(event, "mail", MonthPark.contact(81), "2026-10-09T09:00", MonthPark.zh(81), "7 天内到期");
        tell(event, "mail", OFFICER, "2026-09-16T09:00", MonthPark.zh(81), "到期提醒");
        enterprise(event, 81, "2026-09-17T08:30", "逾期", "overdue");
        office(event, 81, "2026-09-17T08:30", "逾期", "overdue");
        event = event("a step of an audit that is done in time");
        tell(event, "mail", MonthPark.contact(82), "2026-09-14T09:00", MonthPark.zh(82), "7 天内到期");
        event = event("a way of telling people that is dead");
        office(event, "2026-10-08T09:30", "通知渠道不通", "钉钉", "Nothing gets through", "DingTalk");
        event = event("data that are refused");
        enterprise(event, 102, "2026-09-22T13:30", "被拒", "refused");
    }

    /** Whom something befalls. */
    boolean befalls(int enterprise) {
        return due.stream().anyMatch(d -> d.to().equals(MonthPark.contact(enterprise)));
    }

    private void air() {
        short1(11, "2026-09-15T02:00");
        short1(12, "2026-09-16T10:00");
        short1(13, "2026-09-19T15:00");
        short1(14, "2026-09-25T20:00");
        short1(15, "2026-10-01T03:00");
        short1(16, "2026-10-12T11:00");
        running(1, "2026-09-17T09:00");
        running(2, "2026-09-29T22:00");
        running(21, "2026-10-03T04:00");
        running(22, "2026-10-10T13:00");
        twice(3, "2026-09-18T14:00");
        twice(25, "2026-09-27T01:00");
        twice(26, "2026-10-05T16:00");
        unanswered(27, "2026-09-21T23:00");
        unanswered(4, "2026-09-30T10:00");
        unanswered(28, "2026-10-07T05:00");
    }

    private void short1(int n, String hour) {
        String event = event("one hour over its limit, outlet " + n);
        month.hours(n, hour, "62");
        String raised = later(hour, 70);
        enterprise(event, n, raised, "预警触发", "Raised");
        enterprise(event, n, later(hour, 190), "预警已解除", "Cleared");
        office(event, n, digest(raised), "预警", "");
    }

    private void running(int n, String hour) {
        String event = event("three hours over its limit, outlet " + n);
        month.hours(n, hour, "65", "68", "66");
        enterprise(event, n, later(hour, 70), "预警触发", "Raised");
        office(event, n, later(hour, 130), "氮氧化物小时均值超标", "hourly mean");
        enterprise(event, n, later(hour, 310), "预警已解除", "Cleared");
    }

    private void twice(int n, String hour) {
        String event = event("twice its limit, outlet " + n);
        month.hours(n, hour, "112");
        enterprise(event, n, later(hour, 70), "预警触发", "Raised");
        office(event, n, later(hour, 70), "预警触发", "Raised");
    }

    private void unanswered(int n, String hour) {
        String event = event("unanswered for two hours, outlet " + n);
        month.hours(n, hour, "61", "none", "none", "none", "none");
        enterprise(event, n, later(hour, 70), "预警触发", "Raised");
        office(event, n, later(hour, 190), "氮氧化物小时均值超标", "hourly mean");
    }

    private void water() {
        for (String[] one :
                new String[][] {{"49", "2026-09-15"}, {"50", "2026-09-19"}, {"51", "2026-10-02"}, {"52", "2026-10-08"}
                }) {
            int n = Integer.parseInt(one[0]);
            String event = event("daily mean of water over its limit, outlet " + n);
            month.day(n, one[1], "96");
            String told = digest(one[1] + "T23:59");
            enterprise(event, n, told, "预警触发", "Raised");
            office(event, n, told, "预警触发", "Raised");
        }
    }

    private void early() {
        early(29, "2026-09-16T22:00", "2026-09-17T08:30");
        early(30, "2026-09-18T09:00", "2026-09-18T10:10");
        early(31, "2026-09-26T12:00", "2026-09-28T08:30");
        clue(41, "2026-09-17T13:00", "2026-09-17T14:10");
        clue(42, "2026-10-03T13:00", "2026-10-08T08:30");
    }

    private void early(int n, String hour, String told) {
        String event = event("close to its limit, outlet " + n);
        month.hours(n, hour, "44");
        enterprise(event, n, told, "预警", "");
        office(event, n, digest(later(hour, 70)), "预警", "");
    }

    private void clue(int n, String hour, String told) {
        String event = event("a clue, outlet " + n);
        month.hours(n, hour, "71");
        enterprise(event, n, told, "预警", "");
        office(event, n, digest(later(hour, 70)), "预警", "");
    }

    private void silence() {
        String event = event("an analyser silent for eight hours");
        month.silent(MonthPark.analyser(32), "2026-09-16T06:00", "2026-09-16T14:00");
        tell(event, "mail", CONTRACTOR, "2026-09-16T06:30", MonthPark.zh(32), "离线");
        enterprise(event, 32, "2026-09-16T10:30", "离线", "silent");

        event = event("an analyser silent for more than a day");
        month.silent(MonthPark.analyser(33), "2026-09-21T08:00", "2026-09-22T16:00");
        tell(event, "mail", CONTRACTOR, "2026-09-21T08:30", MonthPark.zh(33), "离线");
        enterprise(event, 33, "2026-09-21T12:30", "离线", "silent");
        office(event, 33, "2026-09-23T08:30", "离线", "silent");

        event = event("a meter that nobody looks after silent for two hours");
        month.silent(MonthPark.meter(101), "2026-10-13T10:00", "2026-10-13T13:00");
        enterprise(event, 101, "2026-10-13T10:30", "离线", "silent");

        event = event("a gateway silent for six hours");
        for (int n = 201; n <= 210; n++) {
            month.silent(MonthPark.meter(n), "2026-09-24T10:00", "2026-09-24T16:00");
        }
        tell(event, "mail", ENGLISH_CONTRACTOR, "2026-09-24T10:30", "Gateway 1", "silent");

        event = event("data that stand still");
        month.standsStill(MonthPark.analyser(34), "2026-09-29T06:00", "2026-09-29T18:00");
        tell(event, "mail", CONTRACTOR, "2026-09-29T08:15", MonthPark.zh(34), "数据停滞");
        enterprise(event, 34, "2026-09-29T12:15", "数据停滞", "out of date");
    }

    private void withdrawn() {
        for (String[] one : new String[][] {{"35", "2026-09-23T05:00"}, {"36", "2026-10-09T13:00"}}) {
            int n = Integer.parseInt(one[0]);
            String hour = one[1];
            String event = event("withdrawn by late data, outlet " + n);
            month.hours(n, hour, "70", "none", "none");
            month.at(later(hour, 180), () -> month.correct(n, hour, "33"));
            enterprise(event, n, later(hour, 70), "预警触发", "Raised");
            enterprise(event, n, later(hour, 180), "误报撤销", "Withdrawn");
        }
        office("withdrawn by late data, outlet 35", 35, "2026-09-23T08:30", "误报撤销", "Withdrawn");
    }

    private void windows() {
        event("over its limit within a maintenance window, outlet 37");
        month.hours(37, "2026-09-23T10:00", "66", "64");
        String event = event("over its limit at the end of a maintenance window, outlet 38");
        month.hours(38, "2026-10-09T10:00", "66", "64", "65", "67");
        enterprise(event, 38, "2026-10-09T12:00", "氮氧化物小时均值超标", "hourly mean");
        office(event, 38, "2026-10-09T12:10", "氮氧化物小时均值超标", "hourly mean");
    }

    private void flapping() {
        String event = event("over its limit again and again, outlet 39");
        month.hours(
                39, "2026-09-28T00:00", "60", "31", "31", "61", "31", "31", "60", "31", "31", "62", "31", "31", "60");
        tell(event, "mail", MonthPark.contact(39), "2026-09-28T01:10", MonthPark.zh(39), "预警触发");
        tell(event, "mail", MonthPark.contact(39), "2026-09-28T13:10", MonthPark.zh(39), "预警触发");
        office(event, 39, "2026-09-29T08:30", "预警", "");
    }

    private void people() {
        answered();
        rectified();
        extended();
    }

    private static Map<DetailField, String> answer(String from, String measures) {
        return Map.of(
                DetailField.CAUSE,
                "treatment",
                DetailField.FROM,
                from,
                DetailField.MEASURES,
                measures,
                DetailField.RESPONSIBLE,
                "张工");
    }

    /** Answered, returned, answered again, verified, closed by another one. */
    private void answered() {
        String event = event("answered, returned, verified and closed, outlet 1");
        Actor li = Actor.ofEnterprise("li-001", "li-001");
        month.act("2026-09-17T11:00", 1, ANSWER, li, answer("2026-09-17T01:00:00Z", "已停炉检查"));
        office(event, 1, "2026-09-17T11:00", "企业反馈", "Answered");
        month.act(
                "2026-09-17T15:00",
                1,
                RETURN,
                CHEN,
                Map.of(DetailField.REASON, "请补充喷氨系统检修记录", DetailField.TERM, "2026-09-18T09:00:00Z"));
        enterprise(event, 1, "2026-09-17T15:00", "反馈退回", "Returned");
        month.act("2026-09-18T09:00", 1, ANSWER, li, answer("2026-09-17T01:00:00Z", "喷氨泵已更换，检修记录已上传"));
        office(event, 1, "2026-09-18T09:00", "企业反馈", "Answered");
        month.act(
                "2026-09-18T10:00",
                1,
                VERIFY,
                CHEN,
                Map.of(DetailField.SITE, "off-site", DetailField.CONFIRMED, "true", DetailField.FINDING, "与电子台账一致"));
        month.act("2026-09-18T15:30", 1, CLOSE, WU, Map.of(DetailField.REASON, "已恢复达标"));
        enterprise(event, 1, "2026-09-18T15:30", "销号", "Closed");
    }

    /** Ordered to be put right, put right, reviewed. */
    private void rectified() {
        String event = event("ordered to be put right, outlet 3");
        Actor li = Actor.ofEnterprise("li-003", "li-003");
        month.act("2026-09-18T16:00", 3, ANSWER, li, answer("2026-09-18T06:00:00Z", "燃烧器已调整"));
        month.act(
                "2026-09-21T09:30",
                3,
                VERIFY,
                CHEN,
                Map.of(DetailField.SITE, "off-site", DetailField.CONFIRMED, "true", DetailField.FINDING, "燃烧器老化"));
        month.act(
                "2026-09-21T10:00",
                3,
                RECTIFY,
                CHEN,
                Map.of(DetailField.REASON, "更换低氮燃烧器", DetailField.DUE_DAY, "2026-10-08"));
        enterprise(event, 3, "2026-09-21T10:00", "责令整改", "rectified");
        month.act("2026-09-30T20:00", 3, REPORT_RECTIFIED, li, Map.of(DetailField.MEASURES, "低氮燃烧器已更换并调试"));
        office(event, 3, "2026-10-08T08:30", "已报整改", "Rectified");
        month.act(
                "2026-10-09T09:00",
                3,
                REVIEW,
                CHEN,
                Map.of(DetailField.PASSED, "true", DetailField.FINDING, "调试报告齐全，数据正常"));
        month.act("2026-10-09T14:00", 3, CLOSE, WU, Map.of(DetailField.REASON, "复核通过"));
        enterprise(event, 3, "2026-10-09T14:00", "销号", "Closed");
    }

    private void extended() {
        String event = event("answered late, with more time, outlet 22");
        Actor li = Actor.ofEnterprise("li-022", "li-022");
        month.act("2026-10-11T20:00", 22, COMMENT, li, Map.of(DetailField.WORD, "周末停产检修，请延期反馈"));
        office(event, 22, "2026-10-12T08:30", "留言", "Comment");
        month.act(
                "2026-10-12T09:00",
                22,
                EXTEND,
                CHEN,
                Map.of(DetailField.TERM, "2026-10-13T09:00:00Z", DetailField.REASON, "检修中"));
        enterprise(event, 22, "2026-10-12T09:00", "延期", "Extended");
    }
}
