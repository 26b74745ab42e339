/**
 * The {@code %credit} interpreter as Zeppelin sees it: its life cycle, settings and forms; no
 * drawing and no words here.
 */
package org.creditscoring.notebooks.interpreter;
