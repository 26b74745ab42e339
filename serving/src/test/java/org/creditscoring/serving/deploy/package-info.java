/** What {@code conf/deploy} holds, run as far as this machine can. */
package org.creditscoring.serving.deploy;
