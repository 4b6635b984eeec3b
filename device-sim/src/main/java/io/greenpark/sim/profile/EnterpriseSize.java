package io.greenpark.sim.profile;

/** How large a simulated enterprise is, as a factor of the average of its industry. */
public final class EnterpriseSize {
    private static final double SMALLEST = 0.6;
    private static final double RANGE = 0.7;

    private EnterpriseSize() {}

    /** 0.6..1.3, the same for the same enterprise and seed. */
    public static double of(String enterpriseId, long seed) {
        return SMALLEST + RANGE * new Noise(enterpriseId, seed).uniform(0);
    }
}
