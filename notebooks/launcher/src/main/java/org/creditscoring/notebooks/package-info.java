/**
 * The command that runs the embedded Zeppelin: its run directory, its process, its settings;
 * nothing of what a note shows.
 */
package org.creditscoring.notebooks;
