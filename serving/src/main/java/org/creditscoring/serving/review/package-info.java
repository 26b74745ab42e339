/**
 * Second looks of people at decisions, kept in an SQL database apart from the snapshots; only ever
 * added to.
 */
package org.creditscoring.serving.review;
