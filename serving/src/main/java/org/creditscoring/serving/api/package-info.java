/**
 * The API's routes and the records that become their JSON, where null is a value that is not there;
 * how HTTP works is elsewhere.
 */
package org.creditscoring.serving.api;
