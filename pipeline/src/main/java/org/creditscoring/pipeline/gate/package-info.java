/**
 * What a snapshot is judged by before it is published: against the one that is published, and
 * against the clients that its model was trained on. Nothing here publishes or keeps back.
 */
package org.creditscoring.pipeline.gate;
