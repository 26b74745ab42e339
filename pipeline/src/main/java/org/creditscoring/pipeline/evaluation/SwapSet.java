package org.creditscoring.pipeline.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.creditscoring.model.card.Evaluation.Swap;
import org.creditscoring.model.decision.CutOff;

/**
 * Who would change decision with another model that accepts equally many, and how they turned out.
 *
 * @param in accepted by ours, refused by the other
 * @param out accepted by the other, refused by ours
 */
public record SwapSet(Swap in, Swap out) {

  /**
   * @param clients by our model
   * @param others margins of the same clients by the other model, in their order
   */
  public static SwapSet of(List<PastClient> clients, float[] others, CutOff policy) {
    int accepted = clients.size() - (int) Groups.refused(clients, policy);
    boolean[] ours = safest(clients, accepted, i -> clients.get(i).margin());
    boolean[] theirs = safest(clients, accepted, i -> others[i]);
    return new SwapSet(swap(clients, ours, theirs), swap(clients, theirs, ours));
  }

  private interface Margins {
    float of(int place);
  }

  private static boolean[] safest(List<PastClient> clients, int count, Margins margins) {
    boolean[] accepted = new boolean[clients.size()];
    IntStream.range(0, accepted.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(margins::of)
                .thenComparingInt(i -> clients.get(i).id()))
        .limit(count)
        .forEach(i -> accepted[i] = true);
    return accepted;
  }

  private static Swap swap(List<PastClient> clients, boolean[] accepted, boolean[] elsewhere) {
    int[] swapped =
        IntStream.range(0, accepted.length).filter(i -> accepted[i] && !elsewhere[i]).toArray();
    long defaults = IntStream.of(swapped).filter(i -> clients.get(i).outcome() == 1).count();
    return new Swap(
        swapped.length, swapped.length == 0 ? null : (double) defaults / swapped.length);
  }
}
