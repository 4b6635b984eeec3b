/**
 * Why a figure is missing or a period is not judged: a closed set of causes with their numbers. Made by the accounts and
 * the rules; the catalogue of this package says each in both languages where it is shown.
 */
@NullMarked
package io.greenpark.park.reason;

import org.jspecify.annotations.NullMarked;
