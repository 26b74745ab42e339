/**
 * How far raw tables are from a profile: published aggregates of the real ones. Tables are read
 * once, block by block; what is kept grows with the credits, never with the rows.
 */
package org.creditscoring.data.fidelity;
