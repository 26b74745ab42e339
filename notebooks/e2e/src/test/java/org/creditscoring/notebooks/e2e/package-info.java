/**
 * Tests of the embedded Zeppelin from outside: processes, HTTP and a browser; no class of the
 * product is called.
 */
package org.creditscoring.notebooks.e2e;
