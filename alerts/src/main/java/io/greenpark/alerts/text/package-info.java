/**
 * Cases in words, Chinese and English: who, what, the figure, the limit, since when, how sure. Comes in: a case key and its
 * episode, with the registry's names; goes on to the cases and the notifications.
 */
@NullMarked
package io.greenpark.alerts.text;

import org.jspecify.annotations.NullMarked;
