package io.greenpark.objection.form;

/**
 * That something is, or was, objected to, as it is shown beside it.
 *
 * @param number of the objection
 * @param state never {@link ObjectionState#WITHDRAWN}
 */
public record ObjectionMark(String number, ObjectionState state) {}
