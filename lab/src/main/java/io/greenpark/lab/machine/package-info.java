/**
 * Servers and programs of this machine that benches and chaos runs start for themselves, each on free ports of the loopback
 * and in a folder of its own. Nothing that runs in production needs them.
 */
@NullMarked
package io.greenpark.lab.machine;

import org.jspecify.annotations.NullMarked;
