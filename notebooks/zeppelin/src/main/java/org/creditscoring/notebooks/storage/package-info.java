/**
 * How the embedded Zeppelin keeps notes on disk; runs in the server as its NotebookRepo plugin, and
 * nothing else may.
 */
package org.creditscoring.notebooks.storage;
