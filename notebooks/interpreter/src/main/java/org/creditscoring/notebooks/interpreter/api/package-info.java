/**
 * The REST service seen from a notebook: one GET at a time, failures by meaning; nothing of
 * Zeppelin here.
 */
package org.creditscoring.notebooks.interpreter.api;
