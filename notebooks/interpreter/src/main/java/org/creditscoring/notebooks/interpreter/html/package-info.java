/**
 * Escaped HTML, tables and charts that draw in every Zeppelin interface; knows nothing of credit.
 */
package org.creditscoring.notebooks.interpreter.html;
