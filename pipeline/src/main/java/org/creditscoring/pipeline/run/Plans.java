package org.creditscoring.pipeline.run;

import java.io.PrintStream;
import org.apache.spark.sql.execution.ExplainMode;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.util.QueryExecutionListener;

/** Prints the physical plan of every query as it was run. */
public final class Plans implements QueryExecutionListener {
  private final PrintStream out;

  public Plans(PrintStream out) {
    this.out = out;
  }

  @Override
  public void onSuccess(String action, QueryExecution query, long nanos) {
    String plan = query.explainString(ExplainMode.fromString("formatted"));
    synchronized (out) {
      out.println("    plan of a " + action + ":");
      plan.lines().forEach(line -> out.println("      " + line));
    }
  }

  @Override
  public void onFailure(String action, QueryExecution query, Exception failure) {
    onSuccess(action, query, 0);
  }
}
