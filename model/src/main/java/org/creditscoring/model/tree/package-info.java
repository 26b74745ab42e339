/**
 * Decision-tree ensembles as plain immutable arrays and the reader of XGBoost's JSON; nothing here
 * trains, explains or calibrates.
 */
package org.creditscoring.model.tree;
