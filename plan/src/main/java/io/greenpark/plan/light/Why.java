package io.greenpark.plan.light;

import io.greenpark.park.text.Bilingual;

/** What a light rests on. */
public enum Why {
    NOTHING_KNOWN(new Bilingual("没有数据", "nothing is known")),
    TOO_FEW_KNOWN(new Bilingual("有数据的企业太少，监测值不作判断", "data of too few enterprises to judge by")),
    PERIODS_MISSING(new Bilingual("缺部分期间的数据，无法判断", "some periods are missing, so nobody can tell")),
    NO_AMOUNT(new Bilingual("目标没有数值", "the target has no amount")),
    NOT_BEGUN_YET(new Bilingual("规划尚未开始", "the plan has not begun")),
    REACHED(new Bilingual("已达到目标", "the target is reached")),
    ON_PATH(new Bilingual("达到时间进度", "as far as time has gone")),
    BEHIND_PATH(new Bilingual("落后于时间进度", "behind the time that has gone")),
    FAR_BEHIND_PATH(new Bilingual("明显落后于时间进度", "far behind the time that has gone")),
    CAN_BE_MADE_UP(new Bilingual("落后，可在剩余年份补上", "behind, and the years that are left can make it up")),
    CANNOT_BE_MADE_UP(new Bilingual("落后，剩余年份难以补上", "behind, and the years that are left can hardly make it up")),
    NOT_REACHED_YET(new Bilingual("尚未达到，未到期", "not reached yet, and not due")),
    BELOW_TARGET(new Bilingual("低于年度目标", "short of the target of the year")),
    FAR_BELOW_TARGET(new Bilingual("明显低于年度目标", "far short of the target of the year")),
    OVERDUE(new Bilingual("已到期，未达到", "due, and not reached")),
    NONE_LISTED(new Bilingual("无企业列入，全部可判断", "no enterprise is listed, and all could be judged")),
    ALL_SEEN_TO(new Bilingual("列入企业均已处理", "all that are listed are seen to")),
    SOME_NOT_JUDGED(new Bilingual("部分企业因缺数据无法判断", "some could not be judged for lack of data")),
    SOME_NOT_SEEN_TO(new Bilingual("列入企业尚未全部处理", "not all that are listed are seen to")),
    UNDER_WAY(new Bilingual("推进中，未到期", "under way, and not due")),
    NOT_STARTED(new Bilingual("尚未启动，未到期", "not started, and not due")),
    DONE(new Bilingual("已完成", "done"));

    private final Bilingual words;

    Why(Bilingual words) {
        this.words = words;
    }

    public Bilingual words() {
        return words;
    }
}
