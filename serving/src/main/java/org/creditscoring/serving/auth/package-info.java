/** Who may ask: the bearer token, its file and its comparison; knows nothing of snapshots. */
package org.creditscoring.serving.auth;
