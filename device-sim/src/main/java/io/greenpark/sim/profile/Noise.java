package io.greenpark.sim.profile;

/**
 * Noise that is a pure function of seed and step: the same seed gives the same value however often and in whatever order
 * it is asked for. {@link #correlated} is a first-order autoregressive process (phi 0.9) cut after the steps whose weight
 * still shows.
 */
public final class Noise {
    private static final double PHI = 0.9;
    private static final int MEMORY_STEPS = 24;
    private static final double SCALE = Math.sqrt(1 - PHI * PHI);

    private final long seed;

    public Noise(String name, long seed) {
        this.seed = seed * 0x9E3779B97F4A7C15L + name.hashCode() * 0xC2B2AE3D27D4EB4FL;
    }

    /** Uniform in [0, 1). */
    public double uniform(long step) {
        long z = mix(seed + step * 0x9E3779B97F4A7C15L);
        return (z >>> 11) * 0x1.0p-53;
    }

    /** Normally distributed, mean 0, deviation 1; independent from step to step. */
    public double normal(long step) {
        double u = 1 - uniform(2 * step);
        double v = uniform(2 * step + 1);
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
    }

    /** Mean 0, deviation about 1, each step 0.9 of the one before plus something new. */
    public double correlated(long step) {
        double sum = 0;
        double weight = SCALE;
        for (int i = 0; i < MEMORY_STEPS; i++) {
            sum += weight * normal(step - i);
            weight *= PHI;
        }
        return sum;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
