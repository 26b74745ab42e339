/** How a value or a reason is said to a person; what is said is decided elsewhere. */
package org.creditscoring.model.words;
