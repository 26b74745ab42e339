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
  private final Reasons reasons;
  private final float[] values;
  private final float[] contributions;

  /**
   * @param reasons that sum up contributions
   */
  ReasonFigures(int clients, Reasons reasons) {
    this.reasons = reasons;
    values = new float[clients * Layout.REASONS];
    contributions = new float[values.length];
  }

  /** Keeps what the reasons at stored positions show of a row's two vectors. */
  void keep(int row, int[] positions, float[] rowValues, float[] rowContributions) {
    int next = row * Layout.REASONS;
    for (Reason reason : reasons.at(positions, rowContributions)) {
      values[next] = rowValues[reason.position()];
      contributions[next++] = (float) reason.contribution();
    }
  }

  /** The reasons of a row, at the positions that they were kept by. */
  List<ClientReason> of(int row, int[] positions) {
    List<ClientReason> told = new ArrayList<>(Layout.REASONS);
    int next = row * Layout.REASONS;
    for (int position : positions) {
      if (position != Reasons.NONE) {
        told.add(new ClientReason(new Reason(position, contributions[next]), values[next]));
        next++;
      }
    }
    return told;
  }
}
