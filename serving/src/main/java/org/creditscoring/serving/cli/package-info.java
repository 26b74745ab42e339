/** The commands and their settings; they wire and start, and what they start is elsewhere. */
package org.creditscoring.serving.cli;
