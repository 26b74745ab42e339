/**
 * The service under load, abuse and sudden death. Short in every build; {@code -Pload} runs them at
 * full length.
 */
package org.creditscoring.serving.load;
