package io.greenpark.plan.light;

/** How a target stands. */
public enum Light {
    GREEN,
    AMBER,
    RED,
    /** Too little is known to say. */
    GREY
}
