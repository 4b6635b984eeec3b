package io.greenpark.plan.sample;

import io.greenpark.plan.desk.PlanReading;
import io.greenpark.plan.target.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The action plan of 2021-2023 (征求意见稿) as a sample to look at and to copy. It is taken in where somebody asks for it, and nowhere else. */
public final class SamplePlan {
    public static final String ID = "sample-2021-2023";

    private static final String FILE = "plan-2021-2023.json";

    private SamplePlan() {}

    /** As it ships. */
    public static Plan read() {
        try (InputStream in = SamplePlan.class.getResourceAsStream(FILE)) {
            byte[] bytes = Objects.requireNonNull(in, FILE).readAllBytes();
            return PlanReading.read(ID, 1, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
