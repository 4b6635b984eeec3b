package io.greenpark.returns.desk;

import io.greenpark.returns.figure.ReturnPeriod;

/** A return that an enterprise has signed and nobody has accepted or given back. */
public record SubmittedReturn(String enterpriseId, ReturnPeriod period) {}
