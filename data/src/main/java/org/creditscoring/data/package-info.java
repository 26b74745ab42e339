/**
 * The seven raw tables of a loan application: their typed columns and their dictionary in English
 * and French. No engine, no model and no row of data lives here.
 */
package org.creditscoring.data;
