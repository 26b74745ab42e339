/**
 * The generator of synthetic raw tables: plain Java that draws clients and their history from
 * aggregate facts. Nothing here reads a raw table or knows a model.
 */
package org.creditscoring.data.synthetic;
