package io.greenpark.plan.target;

/** How changes of several years make an average. */
public enum Averaging {
    /** Years multiply: three of -5 % are 0.857375 of the base. */
    COMPOUND,
    /** Years add: three of -5 % are -15 %. */
    ARITHMETIC
}
