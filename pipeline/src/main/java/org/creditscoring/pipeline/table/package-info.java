/** Between Java records and Spark's tables; nothing of what the rows mean. */
package org.creditscoring.pipeline.table;
