/**
 * What is asked about the figures of a return: what looks like another unit, a year that is hard to believe, a bill that meters
 * contradict. Pure functions: comes in as figures and what they are compared with, goes out as questions, which people answer
 * in {@code returns.form}.
 */
@NullMarked
package io.greenpark.returns.question;

import org.jspecify.annotations.NullMarked;
