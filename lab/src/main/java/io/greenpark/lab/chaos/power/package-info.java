/**
 * The loss of power, which kill -9 does not show since the operating system still writes what it holds. A server runs under
 * strace; from the recorded calls the data folder is rebuilt as a disk would hold it that kept what was fsynced and, of
 * the rest, nothing, everything or any sectors at all. Then everything acknowledged before must be there.
 */
@NullMarked
package io.greenpark.lab.chaos.power;

import org.jspecify.annotations.NullMarked;
