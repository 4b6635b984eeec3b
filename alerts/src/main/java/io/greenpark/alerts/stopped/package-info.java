/**
 * Which enterprises are not to operate, and by what: their files, and orders of authorities to stop. Comes in: the registry and, by a port, orders that
 * somebody else keeps; goes on to the rule of power while stopped, to the words of its cases, and to what explains that devices are silent.
 */
@NullMarked
package io.greenpark.alerts.stopped;

import org.jspecify.annotations.NullMarked;
