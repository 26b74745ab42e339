/**
 * {@code %credit.sql}: questions of modellers to the files of the published snapshot, read only. It
 * knows the snapshot's tables by name, and nothing of what computes or serves them.
 */
package org.creditscoring.notebooks.interpreter.sql;
