/**
 * Who may ask: tokens, their registry and files, their limits; knows nothing of snapshots or of
 * HTTP beyond two headers.
 */
package org.creditscoring.serving.auth;
