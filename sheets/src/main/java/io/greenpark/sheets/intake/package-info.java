/** Makes edits of the registry of a filled-in form, and tells by cell what is wrong with it: what the form itself can tell, and, by the registry's dry run, what only the registry knows. Nothing is changed here. */
@NullMarked
package io.greenpark.sheets.intake;

import org.jspecify.annotations.NullMarked;
