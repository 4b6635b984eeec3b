package io.greenpark.deploy.demo;

import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.desk.Planning;
import io.greenpark.plan.sample.SamplePlan;

/** The plans of the demo: the closed sample, and a copy that begins this year, for the figures of the demo to stand on its board. */
public final class DemoPlans {
    private static final String WHO = "demo";

    private DemoPlans() {}

    /** Takes both in. */
    public static void add(Planning planning) {
        planning.plans().add(SamplePlan.read(), WHO);
        int year = planning.figures().today().getYear();
        int last = year + SamplePlan.read().years() - 1;
        Bilingual name = new Bilingual("演示规划（" + year + "—" + last + "年）", "Plan of the demo, " + year + "-" + last);
        planning.plans()
                .add(
                        SamplePlan.read()
                                .copied(
                                        "demo",
                                        name,
                                        new Bilingual("演示，非正式文件", "for the demo, no real document"),
                                        year),
                        WHO);
    }
}
