/**
 * What is no fault of a registry and yet worth a look: a meter without bound, a replacement in the future, a target nobody
 * hears of. {@code RegistryNotes} comes to the {@code Notes} from a registry without faults, the {@code Places} of its
 * files, the present and what was booked; they go out as values whose sentences are in {@code NoteMessages}.
 */
@NullMarked
package io.greenpark.registry.note;

import org.jspecify.annotations.NullMarked;
