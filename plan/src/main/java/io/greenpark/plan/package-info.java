/**
 * The board of a development plan (规划看板): what a plan wants, how far it is, and by which figures. Comes in from people by the API and from
 * the accounts; goes out as a table of targets with their lights.
 */
@NullMarked
package io.greenpark.plan;

import org.jspecify.annotations.NullMarked;
