/**
 * Judges what is about to be shipped by the files that the build leaves: bills of materials against
 * a feed of known vulnerabilities, tracked files against the look of secrets. No network.
 */
package org.creditscoring.audit;
