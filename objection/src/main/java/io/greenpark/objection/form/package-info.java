/** What an objection is: about which thing, by whom, where it stands, and what stands against its next step. */
@NullMarked
package io.greenpark.objection.form;

import org.jspecify.annotations.NullMarked;
