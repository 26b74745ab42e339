/**
 * What a client's score would be with other values, in plain Java by the client's own model; of
 * HTTP and of words it knows nothing.
 */
package org.creditscoring.serving.whatif;
