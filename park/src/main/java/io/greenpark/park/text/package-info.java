/**
 * What is said to people, in both languages of the platform. Whoever has something to say keeps its sentences in one
 * catalogue class of its own package; views choose the language.
 */
@NullMarked
package io.greenpark.park.text;

import org.jspecify.annotations.NullMarked;
