package org.creditscoring.serving.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.creditscoring.model.decision.Reason;
import org.creditscoring.model.decision.Reasons;
import org.creditscoring.model.snapshot.Layout;

/**
 * Values and contributions of every client's reasons, 40 bytes a client, so that a decision is told
 * without a file being read. Filled by one thread, then safe for many.
 */
final class ReasonFigures {
  private final Scores scores;
  private final Reasons reasons;
  private final float[] values;
  private final float[] contributions;

  ReasonFigures(Scores scores, Reasons reasons) {
    this.scores = scores;
    this.reasons = reasons;
    values = new float[scores.reasons.length];
    contributions = new float[scores.reasons.length];
  }

  /** Keeps what a row's reasons show of its two vectors. */
  void keep(int row, float[] rowValues, float[] rowContributions) {
    int next = row * Layout.REASONS;
    for (Reason reason : reasons.at(scores.reasonsOf(row), rowContributions)) {
      values[next] = rowValues[reason.position()];
      contributions[next++] = (float) reason.contribution();
    }
  }

  /** The reasons of a row, in their order. */
  List<ClientReason> of(int row) {
    List<ClientReason> told = new ArrayList<>(Layout.REASONS);
    int next = row * Layout.REASONS;
    for (int position : scores.reasonsOf(row)) {
      if (position != Reasons.NONE) {
        told.add(new ClientReason(new Reason(position, contributions[next]), values[next]));
        next++;
      }
    }
    return told;
  }
}
