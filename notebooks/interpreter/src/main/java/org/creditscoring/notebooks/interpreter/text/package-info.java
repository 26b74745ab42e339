/** Words and numbers in the analyst's language; no HTML here. */
package org.creditscoring.notebooks.interpreter.text;
